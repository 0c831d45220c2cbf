#!/usr/bin/env python3
"""Runs every script of examples/ as one runs them, and with --expose-gc, and compares what it prints.

  tests/examples.py [--engine ./nodule]        prints `N passed, N failed` last
"""
import argparse, os, re, subprocess, sys

from checks import check, finish

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'examples')
EXPECTED = {
    'scopes.js': 'outer module\nhidden is not defined\n',
    'closures.js': 'before 0 MB\nwith the closure (1000000 elements) 8 MB\nwithout it 0 MB\n',
    'globals.js': 'before 0 MB\ntwo globals 16 MB\none deleted 8 MB\nthe other set to null 0 MB\n',
    'module-leak.js': 'after five calls the module keeps 5 strings\nrequired again, it is the same module: 5\n'
                      'taken out of the cache, it begins anew: 0\n',
    'limited-cache.js': '1000 undefined { n: 99999 }\n',
    'leaky-module.js': '',
    'retainers.js': '100 requests were served, and more than 8 MB are still in use\n'
                    'one handler retains more than 80000 bytes\n'
                    'a request is there because: running module retainers.js → context variable handlers → [100] → closure report'
                    ' → context variable request\n'
                    'served the other way, one handler retains less than 500 bytes\n',
}
# One line for each scavenge.
TRACE = re.compile(r'(\[\d+:0x[0-9a-f]+\] +\d+ ms: Scavenge [\d.]+ \([\d.]+\) -> 0\.\d \([\d.]+\) MB, .*\n){10,}')


def run(engine, flags, name):
    done = subprocess.run([engine, *flags, os.path.join(FOLDER, name)], capture_output=True, text=True, timeout=60)
    right = TRACE.fullmatch(done.stdout) if name == 'empty-objects.js' else done.stdout == EXPECTED.get(name)
    check(f'examples/{name} {" ".join(flags)}', right and done.returncode == 0 and not done.stderr,
          f'status {done.returncode}\n{done.stdout}{done.stderr}')


def main():
    parser = argparse.ArgumentParser(description='runs the examples')
    parser.add_argument('--engine', default='./nodule')
    engine = os.path.abspath(parser.parse_args().engine)
    for name in sorted(os.listdir(FOLDER)):
        for flags in [], ['--expose-gc']:
            if name != 'outofmemory.js':  # tests/programs.py
                run(engine, flags, name)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
