import { type CompletionPlace } from './completion-places';

/** For `source <(kunci completion bash)`. Where it knows nothing, the shell completes the names of files. */
export function bashCompletion(places: readonly CompletionPlace[]): string {
  return `# Completes kunci in bash.
_kunci() {
  local word typed='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "\${typed:+$typed }$word" in
      ${pathsOf(places)}) typed="\${typed:+$typed }$word" ;;
    esac
  done
  local found=''
  case "$typed \${COMP_WORDS[COMP_CWORD - 1]}" in
${valueCases(places, (words) => `found='${words}'`)}
    *)
      case "$typed" in
${placeCases(places, (words) => `found='${words}'`)}
      esac
      ;;
  esac
  COMPREPLY=($(compgen -W "$found" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _kunci kunci`;
}

/** For a file \`_kunci\` in a folder of \`fpath\`. */
export function zshCompletion(places: readonly CompletionPlace[]): string {
  return `#compdef kunci
_kunci() {
  local word typed=''
  local -a found
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "\${typed:+$typed }$word" in
      ${pathsOf(places)}) typed="\${typed:+$typed }$word" ;;
    esac
  done
  case "$typed \${words[CURRENT-1]}" in
${valueCases(places, (words) => `found=(${words})`)}
    *)
      case "$typed" in
${placeCases(places, (words) => `found=(${words})`)}
      esac
      ;;
  esac
  compadd -- $found || _files
}
if [[ "\${funcstack[1]}" == _kunci ]]; then _kunci "$@"; else compdef _kunci kunci; fi`;
}

/** For a file in \`~/.config/fish/completions\`. */
export function fishCompletion(places: readonly CompletionPlace[]): string {
  const lines = places.flatMap(({ path, words, values }) => [
    `complete -c kunci -n '__kunci_at ${path}' -a '${words.join(' ')}'`,
    ...Object.entries(values).map(
      ([option, choices]) =>
        `complete -c kunci -n '__kunci_at ${path}' -l ${option.slice(2)} -x -a '${choices.join(' ')}'`,
    ),
  ]);
  return `# Completes kunci in fish.
function __kunci_typed
    set -l typed ''
    for word in (commandline -opc)[2..]
        switch (string trim "$typed $word")
            case ${pathsOf(places, ' ')}
                set typed (string trim "$typed $word")
        end
    end
    echo $typed
end
function __kunci_at
    test (__kunci_typed) = "$argv"
end
${lines.join('\n')}`;
}

function pathsOf(places: readonly CompletionPlace[], between = ' | '): string {
  return places.flatMap(({ path }) => (path === '' ? [] : [`'${path}'`])).join(between);
}

function placeCases(places: readonly CompletionPlace[], found: (words: string) => string): string {
  return places.map(({ path, words }) => `        '${path}') ${found(words.join(' '))} ;;`).join('\n');
}

function valueCases(places: readonly CompletionPlace[], found: (words: string) => string): string {
  return places
    .flatMap(({ path, values }) =>
      Object.entries(values).map(
        ([option, words]) => `    '${path} ${option}') ${found(words.join(' '))} ;;`,
      ),
    )
    .join('\n');
}
