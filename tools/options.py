#!/usr/bin/env python3
"""What is made from cli/options.def besides the program: man page, bash completion, the tables in the documents.

  tools/options.py man             prints nodule.1, from docs/nodule.1.in
  tools/options.py completion      prints the completion of bash
  tools/options.py tables          writes the tables into README*.md and docs/*.md; with --check: exit status 1 if one is stale

A table stands in a document between two lines; without names it has all flags:
  <!-- flags: trace-gc noincremental-marking ... -->
  <!-- end of flags -->
"""
import glob, os, re, sys, textwrap
from collections import namedtuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENTRY = re.compile(r'^(FLAG|COMMAND|VARIABLE)\((.*)\)$')
PART = re.compile(r'\s*("(?:\\.|[^"\\])*"|\'.\'|\w+)\s*(?:,|$)')
TABLE = re.compile(r'(<!-- flags:([^>]*)-->\n).*?(<!-- end of flags -->)', re.S)

Flag = namedtuple('Flag', 'name type field help')
Command = namedtuple('Command', 'name letter argument help')
Variable = namedtuple('Variable', 'name help')
VALUES = {'BOOL': '', 'SIZE': '=N', 'INT': '=N', 'INT_OR_1': '[=N]'}


def part(text):
    if text[0] == '"':
        return re.sub(r'\\(.)', r'\1', text[1:-1])
    return text[1:-1] if text[0] == "'" else None if text in ('NULL', '0') else text


def read_options():
    """The lists of flags, commands and variables, in the file's order."""
    found = {'FLAG': [], 'COMMAND': [], 'VARIABLE': []}
    makers = {'FLAG': Flag, 'COMMAND': Command, 'VARIABLE': Variable}
    with open(os.path.join(ROOT, 'cli/options.def'), encoding='utf-8') as file:
        for line in file:
            match = ENTRY.match(line.rstrip())
            if match:
                found[match.group(1)].append(makers[match.group(1)](*map(part, PART.findall(match.group(2)))))
    return found['FLAG'], found['COMMAND'], found['VARIABLE']


FLAGS, COMMANDS, VARIABLES = read_options()


def version():
    with open(os.path.join(ROOT, 'base/version.h'), encoding='utf-8') as file:
        return re.search(r'NODULE_VERSION "v([^"]+)"', file.read()).group(1)


# ------------------------------------------------------------------------------------------------------- the man page
def roff(text):
    """Text of a man page: no control lines, hyphens that can be searched and copied."""
    text = text.replace('\\', '\\e').replace('-', '\\-')
    return '\\&' + text if text[:1] in ".'" else text


def sentence(text):
    return '\n'.join(map(roff, textwrap.wrap(text[0].upper() + text[1:] + '.', 72, break_on_hyphens=False)))


def man_command(command):
    names = ([f'Fl {command.letter}'] if command.letter else []) + [f'Fl \\-{roff(command.name)}']
    argument = f' Ar {roff(command.argument)}' if command.argument else ''
    return f'.It {" , ".join(n + argument for n in names)}\n{sentence(command.help)}'


def man_flag(flag):
    value = {'': '', '=N': ' Ns = Ns Ar N', '[=N]': ' Ns Op = Ns Ar N'}[VALUES[flag.type]]
    return f'.It Fl \\-{roff(flag.name)}{value}\n{sentence(flag.help)}'


def man_variable(variable):
    names = ' , '.join(f'Ev {roff(name)}' for name in variable.name.split(', '))
    return f'.It {names}\n{sentence(variable.help)}'


def man():
    with open(os.path.join(ROOT, 'docs/nodule.1.in'), encoding='utf-8') as file:
        text = file.read()
    for name, value in (('VERSION', version()), ('COMMANDS', '\n'.join(map(man_command, COMMANDS))),
                        ('FLAGS', '\n'.join(map(man_flag, FLAGS))), ('VARIABLES', '\n'.join(map(man_variable, VARIABLES)))):
        text = text.replace(f'@{name}@', value)
    return text


# ------------------------------------------------------------------------------------------------------ the completion
COMPLETION = r'''# Completion of nodule for bash.  Made from cli/options.def by tools/options.py.
_nodule_files() {  # the files with these endings, and folders
  compopt -o filenames 2>/dev/null
  local IFS=$'\n'
  COMPREPLY=($(compgen -f -X "!*.@($2)" -- "$1"; compgen -d -- "$1"))
}

_nodule() {
  local word=${COMP_WORDS[COMP_CWORD]} i skip=0
  local options='@OPTIONS@'
  local negated='@NEGATED@'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    if ((skip)); then
      skip=0
      continue
    fi
    case ${COMP_WORDS[i]} in
      @FILE_ARGUMENTS@)
        skip=1
        ((i == COMP_CWORD - 1)) && { _nodule_files "$word" 'js|cjs|json'; return; } ;;
      @TEXT_ARGUMENTS@)
        skip=1
        ((i == COMP_CWORD - 1)) && return ;;
      =) skip=1 ;;  # bash takes --flag=N for three words
      -?*) ;;
      *)  # the script: what follows is its own
        compopt -o default 2>/dev/null
        return ;;
    esac
  done
  ((skip)) && return
  case $word in
    =) ;;
    --no*) COMPREPLY=($(compgen -W "$options $negated" -- "$word")) ;;
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) _nodule_files "$word" 'js|cjs' ;;
  esac
  [[ ${#COMPREPLY[@]} = 1 && ${COMPREPLY[0]} = --*= ]] && compopt -o nospace 2>/dev/null
}

shopt -s extglob
complete -F _nodule nodule
'''


def names_of(commands):
    return '|'.join(f'-{c.letter}|--{c.name}' if c.letter else f'--{c.name}' for c in commands)


def completion():
    options = [f'-{c.letter}' for c in COMMANDS if c.letter] + [f'--{c.name}' for c in COMMANDS]
    options += [f'--{f.name}' + ('=' if VALUES[f.type] == '=N' else '') for f in FLAGS]
    files = [c for c in COMMANDS if c.argument == 'module']
    texts = [c for c in COMMANDS if c.argument and c not in files]
    return (COMPLETION.replace('@OPTIONS@', ' '.join(options))
            .replace('@NEGATED@', ' '.join(f'--no-{f.name}' for f in FLAGS if f.type == 'BOOL'))
            .replace('@FILE_ARGUMENTS@', names_of(files)).replace('@TEXT_ARGUMENTS@', names_of(texts)))


# ---------------------------------------------------------------------------------------------------------- the tables
def row(name):
    """The line of a flag or command; a name with "no-" in front is shown so."""
    for flag in FLAGS:
        if name in (flag.name, 'no-' + flag.name) and (name == flag.name or flag.type == 'BOOL'):
            return f'| `--{name}{VALUES[flag.type]}` | {flag.help} |'
    for command in COMMANDS:
        if name == command.name:
            letter = f'`-{command.letter}`, ' if command.letter else ''
            argument = f' {command.argument.upper()}' if command.argument else ''
            return f'| {letter}`--{name}{argument}` | {command.help} |'
    sys.exit(f'tools/options.py: a table names "{name}", which is not in cli/options.def')


def table(match):
    names = match.group(2).split() or [f.name for f in FLAGS]
    return match.group(1) + '| flag | meaning |\n| --- | --- |\n' + '\n'.join(map(row, names)) + '\n' + match.group(3)


def tables(check):
    status = 0
    for path in sorted(glob.glob(os.path.join(ROOT, '*.md')) + glob.glob(os.path.join(ROOT, 'docs/**/*.md'), recursive=True)):
        with open(path, encoding='utf-8') as file:
            old = file.read()
        new = TABLE.sub(table, old)
        if new == old:
            continue
        if check:
            print(f'{os.path.relpath(path, ROOT)}: a table of flags is stale: make tables')
            status = 1
        else:
            with open(path, 'w', encoding='utf-8') as file:
                file.write(new)
    return status


def main():
    if sys.argv[1:] == ['man']:
        print(man(), end='')
    elif sys.argv[1:] == ['completion']:
        print(completion(), end='')
    elif sys.argv[1:] in (['tables'], ['tables', '--check']):
        return tables('--check' in sys.argv)
    else:
        sys.exit(__doc__)
    return 0


if __name__ == '__main__':
    sys.exit(main())
