#!/usr/bin/env python3
"""Runs every script of examples/ and compares what it prints (numbers of megabytes aside).

  tests/examples.py [--engine ./nodule]        prints `N passed, N failed` last
"""
import argparse, os, re, subprocess, sys

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'examples')
EXPECTED = {
    'empty-objects.js': '',
    'scopes.js': 'outer module\nhidden is not defined\n',
    'closures.js': 'before N MB\nwith the closure (1000000 elements) N MB\nwithout it N MB\n',
    'globals.js': 'before N MB\ntwo globals N MB\none deleted N MB\nthe other set to null N MB\n',
    'module-leak.js': 'after five calls the module keeps 5 strings\nrequired again, it is the same module: 5\n'
                      'taken out of the cache, it begins anew: 0\n',
    'limited-cache.js': '1000 undefined { n: 99999 }\n',
    'leaky-module.js': '',
    'retainers.js': '100 requests were served, and more than N MB are still in use\n'
                    'one handler retains more than 80000 bytes\n'
                    'a request is there because: running module retainers.js → context variable handlers → [100] → closure report'
                    ' → context variable request\n'
                    'served the other way, one handler retains less than 500 bytes\n',
}

parser = argparse.ArgumentParser()
parser.add_argument('--engine', default='./nodule')
engine = os.path.abspath(parser.parse_args().engine)
passed = failed = 0
for name in sorted(os.listdir(FOLDER)):
    if name == 'outofmemory.js':  # tests/programs.py
        continue
    done = subprocess.run([engine, '--expose-gc', os.path.join(FOLDER, name)], capture_output=True, text=True, timeout=60)
    out = re.sub(r'\d+ MB', 'N MB', done.stdout)
    if done.returncode == 0 and out == EXPECTED.get(name):
        passed += 1
    else:
        failed += 1
        print(f'FAILED examples/{name}: status {done.returncode}\n{done.stdout}{done.stderr}')
print(f'{passed} passed, {failed} failed')
sys.exit(1 if failed else 0)
