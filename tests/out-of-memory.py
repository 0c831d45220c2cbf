#!/usr/bin/env python3
"""The ways to run out of memory.

  tests/out-of-memory.py [--engine ./nodule] [--all] [-j N] [--filter TEXT] [--where heap|space]

Each program of tests/out-of-memory/programs.txt asks for memory without end, once with --max-old-space-size=50 and once in
an address space of 2 GB.  It ends within 20 seconds of processor time in an error that scripts can catch, or in the report
with exit status 134; where the heap's limit is 50 MB it has at most 400 MB resident, unless what grows is a Buffer.
Without --all a part of the programs is run.  Prints a table of what ended how.

And of each limit from 50 MB on 97 % can be used by objects of any size.
"""
import os, re, resource

from endings import End, end_of_program, main_of_programs

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAMS = os.path.join(ROOT, 'tests', 'out-of-memory', 'programs.txt')
ROOM = os.path.join(ROOT, 'tests', 'out-of-memory', 'room.js')
SECONDS, RESIDENT = 20, 400
LIMITS = (50, 100, 200, 400)  # MB
KINDS = ('small objects', 'arrays of 160 kB', 'arrays of 1 MB')
USABLE = 97  # percent
ADDRESS_SPACE = 2097152 * 1024


class Program:
    def __init__(self, line):
        head, self.text = line.split(': ', 1)
        words = head.split(' ')
        self.marks = []
        while words[0] in ('once', 'buffer'):
            self.marks.append(words.pop(0))
        self.name = ' '.join(words)

    def source(self):
        start = 'var a = [], i = 0, f = function () {};\n'
        return start + (self.text if 'once' in self.marks else 'for (;;) { ' + self.text + ' }') + '\n'


def programs():
    with open(PROGRAMS, encoding='utf-8') as file:
        return [Program(line.rstrip('\n')) for line in file if line.strip() and not line.startswith('#')]


def faults_of(program, end, bounded):
    faults = []
    if end.kind() is None:
        faults.append(f'status {end.status}')
    if end.kind() == 'ended' and 'once' not in program.marks:
        faults.append('an endless program has ended')
    if end.seconds > SECONDS:
        faults.append(f'takes {end.seconds:.0f} s')
    if bounded and end.resident > RESIDENT and 'buffer' not in program.marks:
        faults.append(f'has {end.resident:.0f} MB')
    return faults


def run_program(engine, program, bounded):
    # Of Buffers and the like the heap's limit says nothing: an address space of 2 GB ends them, too.
    in_space = not bounded or 'buffer' in program.marks
    flags = ['--max-old-space-size=50'] if bounded else []
    limits = [(resource.RLIMIT_AS, ADDRESS_SPACE)] if in_space else []
    end = end_of_program(engine, program.source(), flags, limits, seconds=3 * SECONDS)
    return program.name, '50 MB' if bounded else '2 GB', end, faults_of(program, end, bounded)


def run_room(engine, limit, kind):
    end = End([engine, f'--max-old-space-size={limit}', ROOM, kind], seconds=SECONDS)
    counts = re.findall(r'^\d+$', end.errors, re.MULTILINE)
    percent = int(counts[-1]) / (limit << 20) * 100 if counts else 0
    return kind, f'{limit} MB', end, [] if percent >= USABLE and end.kind() == 'report' else [f'{percent:.2f} % usable']


def run(engine, how, *job):
    return how(engine, *job)


def chosen_jobs(options):
    if options.where != 'space' and not options.filter:
        for limit in LIMITS:
            for kind in KINDS:
                yield run_room, limit, kind
    places = [bounded for bounded, where in ((True, 'heap'), (False, 'space')) if options.where in (None, where)]
    whole = options.all or options.filter
    for k, program in enumerate(p for p in programs() if options.filter in p.name):
        for bounded in places:
            if whole or (k % 6 == 0 if bounded else k % 40 == 5):
                yield run_program, program, bounded


if __name__ == '__main__':
    main_of_programs(chosen_jobs, run, where=('heap', 'space'))
