{{- $pager := .Paginate (.RegularPages.ByParam "rank") -}}
tizimList.add({{ $pager.PageNumber }}, [
{{ range $i, $_ := $pager.Pages }}{{ $row := .Store.Get "row" }}{{ if not $row }}{{ $row = partial "row.html" . }}{{ .Store.Set "row" $row }}{{ end }}{{ if $i }},
{{ end }}[{{ jsonify .Params.spellings }},{{ jsonify .Params.facets }},{{ .Params.weight }},"{{ .Params.since }}",{{ .Params.region_rank }},"{{ .Params.confirmed }}",{{ jsonify (dict "noHTMLEscape" true) $row }}]{{ end }}]);
