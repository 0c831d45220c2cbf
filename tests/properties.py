#!/usr/bin/env python3
"""Random programs about properties (fuzz/properties/generate.js): what they print is the same however the collector
works and whether they run as machine code.

  tests/properties.py [--engine ./nodule] [--stressed build/debug/nodule] [--first SEED] [--count N] [--reference node]

Each program runs in the engine as it is and, compared with that, interpreted, compiled at once, and under --gc-stress
--verify-heap; with --reference, also in another engine.  Prints a line for each program that differs and `N passed, N failed` last.
"""
import argparse, os, shlex, subprocess, sys, tempfile

from checks import check_same, finish

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GENERATOR = os.path.join(ROOT, 'fuzz', 'properties', 'generate.js')
PLAIN = [['--jitless'], ['--always-sparkplug']]
STRESS = [['--gc-stress=20', '--verify-heap', '--jitless'],
          ['--gc-stress=20', '--verify-heap', '--gc-stress-incremental', '--always-compact', '--always-sparkplug']]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default='./nodule')
    parser.add_argument('--stressed', default='build/debug/nodule')
    parser.add_argument('--first', type=int, default=1)
    parser.add_argument('--count', type=int, default=20)
    parser.add_argument('--reference')
    arguments = parser.parse_args()
    engine, stressed = shlex.split(arguments.engine), shlex.split(arguments.stressed)
    others = [engine + flags for flags in PLAIN] + [stressed + flags for flags in STRESS]
    if arguments.reference:
        others.append(shlex.split(arguments.reference))
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(arguments.first, arguments.first + arguments.count):
            script = os.path.join(folder, f'{seed}.js')
            text = subprocess.run(engine + [GENERATOR, str(seed)], capture_output=True, text=True, check=True).stdout
            with open(script, 'w') as file:
                file.write(text)
            check_same(f'properties {seed}', script, engine, others)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
