# bash completion for sitegen(1)
_sitegen() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in build|serve|check) command=${COMP_WORDS[i]}; break ;; esac
  done
  case $previous in
    --root|--out|--archive) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --db) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
  esac
  local options="--root --db --help"
  case $command in
    "") options="build serve check --version $options" ;;
    build) options="--out --archive --jobs --full $options" ;;
    serve) options="--port $options"; [[ $word == -* ]] || { mapfile -t COMPREPLY < <(compgen -d -- "$word"); return; } ;;
    check) [[ $word == -* ]] || { mapfile -t COMPREPLY < <(compgen -d -- "$word"); return; } ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}
complete -F _sitegen sitegen
