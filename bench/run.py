#!/usr/bin/env python3
"""Runs every program of bench/ with nodule and with the other engines on PATH, side by side, and prints a table.

  bench/run.py [--engine ./nodule] [--runs 3] [--filter TEXT] [--engines "node,node --jitless"]

Each program measures itself (start-up is not counted) and prints: name, milliseconds, a result.  The smallest of the
runs counts.  A ratio is the other engine's time divided by nodule's: above 1 nodule is faster.  Results must agree.
"""
import argparse, math, os, shlex, shutil, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
OTHERS = ['node', 'node --jitless', 'qjs', 'mujs', 'duk', 'hermes -O']

def measure(command, path, runs):
    best, result = None, None
    for _ in range(runs):
        try:
            done = subprocess.run(shlex.split(command) + [path], capture_output=True, text=True, timeout=120)
        except subprocess.TimeoutExpired:
            return None, 'timeout'
        words = done.stdout.split()
        if done.returncode != 0 or len(words) < 3:
            return None, (done.stderr.strip().splitlines() or ['no output'])[-1][:60]
        best = float(words[1]) if best is None else min(best, float(words[1]))
        result = words[2]
    return best, result

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default='./nodule')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--filter', default='')
    parser.add_argument('--engines', default=None)
    options = parser.parse_args()
    others = options.engines.split(',') if options.engines is not None else OTHERS
    others = [o for o in others if o and shutil.which(o.split()[0])]
    programs = sorted(f for f in os.listdir(HERE) if f.endswith('.js') and options.filter in f)
    print(f"{'program':20}{'nodule ms':>10}" + ''.join(f'{o:>16}' for o in others))
    ratios = {o: [] for o in others}
    failed = False
    for program in programs:
        path = os.path.join(HERE, program)
        ours, result = measure(options.engine, path, options.runs)
        row = f"{program[:-3]:20}" + (f'{ours:10.0f}' if ours is not None else f'{"failed":>10}')
        if ours is None:
            failed = True
            print(row, result)
            continue
        for other in others:
            theirs, their_result = measure(other, path, options.runs)
            if theirs is None or their_result != result:
                row += f"{'-':>16}" if theirs is None else f"{'differs':>16}"
                continue
            ratio = max(theirs, 0.5) / max(ours, 0.5)
            ratios[other].append(ratio)
            row += f'{theirs:9.0f} {ratio:5.2f}x'
        print(row, flush=True)
    row = f"{'geometric mean':30}"
    for other in others:
        values = ratios[other]
        row += f"{math.exp(sum(map(math.log, values)) / len(values)):15.2f}x" if values else f"{'-':>16}"
    print(row)
    return 1 if failed else 0

sys.exit(main())
