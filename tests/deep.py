#!/usr/bin/env python3
"""Programs of 100,000 levels: nested syntax, nested values, nested calls.

  tests/deep.py [--engine ./nodule] [--all] [-j N] [--filter TEXT]

Each line of tests/deep/programs.txt is a program.  It runs to its end, or ends in an error that scripts can catch, or in the
report of memory that is out.  Without --all a part of them is run.  Prints a table of what ended how.
"""
import json, os

from endings import end_of_program, main_of_programs

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAMS = os.path.join(ROOT, 'tests', 'deep', 'programs.txt')
LEVELS = 100000
START = 'var N = %d, o, i, a, b, f = function () { return f; }, gc = global.gc;\n'


def of_source(text):
    parts = text.split(' ... ')
    before, middle, after = (parts + ['', ''])[0], '', ''
    if len(parts) == 2:
        after = parts[1]
    elif len(parts) > 2:
        middle, after = parts[1], parts[2]
    if len(parts) == 2 and not closes(after):
        middle, after = after, ''
        if before.strip() in ('1', 'a', 'f', 'x', "'a'"):  # a chain: what follows is repeated
            return f'eval({json.dumps(before)} + {json.dumps(middle)}.repeat(N))'
    return (f'new Function("a", "b", "f", {json.dumps(before + " ")}.repeat(N) + {json.dumps(" " + middle + " ")} + '
            f'{json.dumps(" " + after)}.repeat(N))(a, b, f)')


def closes(text):
    return text.strip()[:1] in tuple(')]}`*') or text.strip().startswith(('while', '}'))


def of_value(text):
    made, then = text.split(' then ')
    before, after = (made + ' ').split(' ... ', 1)
    made = f'{before} o {after}'
    if made.lstrip().startswith('{'):
        made = f'({made})'
    return f'o = {"[]" if "[" in made[:1] else "1" if "Number" in made or "+" in made else "{}"};\n' \
           f'for (i = 0; i < N; i++) o = {made};\n{then}'


def program_of(line):
    levels = LEVELS
    if line.startswith('N='):
        count, line = line.split(' ', 1)
        levels = int(count[2:])
    kind, text = line.split(' ', 1)
    return START % levels + {'source': of_source, 'value': of_value, 'code': lambda code: code}[kind](text) + '\n'


def run(engine, line):
    end = end_of_program(engine, program_of(line), ['--expose-gc'], seconds=120)
    # What a listener or a finally throws may be anything; an exit status says that the program has ended itself.
    faults = [] if end.kind() is not None or 0 < end.status < 128 else [f'status {end.status}']
    if end.seconds > 60:
        faults.append(f'takes {end.seconds:.0f} s')
    return line, '', end, faults


def jobs(options):
    with open(PROGRAMS, encoding='utf-8') as file:
        lines = [line.rstrip('\n') for line in file if line.strip() and not line.startswith('#')]
    return [(line,) for k, line in enumerate(lines) if options.filter in line and (options.all or options.filter or k % 6 == 0)]


if __name__ == '__main__':
    main_of_programs(jobs, run)
