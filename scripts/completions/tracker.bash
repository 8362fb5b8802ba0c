# bash completion for tracker(1)
_tracker() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= i
  local commands="check record update fetch import read match review list show assess clocks changes extract verify rebuild sources export init"
  local everywhere="--root --content --db --archive --now --strict --help --version"
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ " $commands " == *" ${COMP_WORDS[i]} "* ]] && { command=${COMP_WORDS[i]}; break; }
  done
  case $previous in
    --root|--content|--archive) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --db|--ca-file|--warc|--zip|--file|--event|--dropped) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
  esac
  local options=
  case $command in
    "") mapfile -t COMPREPLY < <(compgen -W "$commands $everywhere" -- "$word"); return ;;
    check|sources) options="--json" ;;
    verify) [[ $word == -* ]] || { mapfile -t COMPREPLY < <(compgen -d -- "$word"); return; }; options="--json" ;;
    list) options="--json --as-of --as-known --status --deprived" ;;
    show|assess) options="--json --as-of --as-known" ;;
    clocks) options="--json --ics --as-of --as-known" ;;
    changes) options="--json --since" ;;
    extract) options="--file --language --published --jsonl" ;;
    update) options="--offline --note --reason --delay --attempts --proxy --ca-file" ;;
    record) options="--note --reason" ;;
    fetch) options="--json --all --source --delay --attempts --proxy --ca-file" ;;
    export) options="--warc --zip --source --person" ;;
    read) options="--json --source --file" ;;
    match) options="--json --language --article --place" ;;
    review) options="--json --list --show --accept --reject --not-person --patch --dropped --reason --person --case --event --by" ;;
    import) [[ $word == -* ]] || { mapfile -t COMPREPLY < <(compgen -f -- "$word"); return; }; options="--source --url --published" ;;
    init) options="--title --prefix --languages" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$options $everywhere" -- "$word")
}
complete -F _tracker tracker
