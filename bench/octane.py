#!/usr/bin/env python3
"""Runs the programs of an Octane 2 checkout with nodule and with other engines, turn about, and prints their scores.

  bench/octane.py DIRECTORY [--engine ./nodule] [--engines "node --jitless"] [--runs 3] [--seconds 1] [--filter TEXT]

An engine is a command; NAME=VALUE in front of it sets its environment: --engines "node --jitless,BUN_JSC_useJIT=0 bun".
A program's text is base.js, the files of the program and a driver, evaluated as one global script in every engine.  The
driver repeats each benchmark of the program for --seconds of time and computes the score as Octane does: 100 times the
reference time by the time of one iteration, the geometric mean over the program's benchmarks.  The best of the runs
counts.  A ratio is nodule's score divided by the other engine's: above 1 nodule is faster.  Nothing of Octane is kept here.
"""
import argparse, math, os, re, shlex, subprocess, sys, tempfile

PROGRAMS = {
    'richards': ['richards.js'], 'deltablue': ['deltablue.js'], 'crypto': ['crypto.js'], 'raytrace': ['raytrace.js'],
    'earley-boyer': ['earley-boyer.js'], 'regexp': ['regexp.js'], 'splay': ['splay.js'],
    'navier-stokes': ['navier-stokes.js'], 'pdfjs': ['pdfjs.js'], 'gbemu': ['gbemu-part1.js', 'gbemu-part2.js'],
    'code-load': ['code-load.js'], 'box2d': ['box2d.js'],
    'typescript': ['typescript.js', 'typescript-input.js', 'typescript-compiler.js'],
}

DRIVER = '''
;(function () {
  var suite = BenchmarkSuite.suites[0], log = 0, latency = 0;
  BenchmarkSuite.ResetRNG();
  for (var i = 0; i < suite.benchmarks.length; i++) {
    var benchmark = suite.benchmarks[i];
    benchmark.Setup();
    var count = 0, start = Date.now(), elapsed = 0;
    do {
      benchmark.run();
      count++;
      elapsed = Date.now() - start;
    } while (elapsed < MILLISECONDS);
    if (benchmark.rmsResult) latency = benchmark.rmsResult();
    benchmark.TearDown();
    log += Math.log(Math.max(elapsed, 0.5) * 1000 / count);
  }
  var score = 100 * suite.reference[0] / Math.exp(log / suite.benchmarks.length);
  console.log('score ' + score + (latency ? ' latency ' + 100 * suite.reference[1] / latency : ''));
})();
'''

# Evaluates the file as a global script, as a shell's load() would.
LOADER = '''
globalThis.print = function (text) { console.log(String(text)); };
globalThis.load = function (path) { (0, eval)(require('fs').readFileSync(path, 'utf8')); };
load(process.argv[2]);
'''

class Engine:
    def __init__(self, text):
        words = shlex.split(text)
        self.environment = dict(os.environ)
        while words and re.match(r'\w+=', words[0]):
            name, value = words.pop(0).split('=', 1)
            self.environment[name] = value
        self.command = words
        self.name = os.path.basename(words[0]) + ''.join(' ' + w for w in words[1:])

    def run(self, loader, program):
        """The scores {name: value} of one run, or the reason why there are none."""
        try:
            done = subprocess.run(self.command + [loader, program], capture_output=True, text=True, errors='replace',
                                  timeout=300, env=self.environment)
        except subprocess.TimeoutExpired:
            return 'timeout'
        except OSError as error:
            sys.exit(f'{self.command[0]}: {error.strerror}')
        found = re.search(r'^score (\S+)(?: latency (\S+))?$', done.stdout, re.M)
        if done.returncode == 0 and found:
            return {kind: float(value) for kind, value in zip(('', ' latency'), found.groups()) if value}
        said = [line for line in (done.stdout + done.stderr).splitlines() if re.match(r'\s*(Uncaught )?\w*Error', line)]
        return (said or [f'exit status {done.returncode}'])[0].strip()

def write(directory, name, text):
    path = os.path.join(directory, name)
    with open(path, 'w', encoding='utf-8', errors='surrogateescape') as file:
        file.write(text)
    return path

def read(path):
    with open(path, encoding='utf-8', errors='surrogateescape') as file:
        return file.read()

def build(octane, files, seconds, directory):
    """The path of the program's text, or None when the checkout lacks one of its files."""
    paths = [os.path.join(octane, name) for name in ['base.js'] + files]
    if not all(os.path.exists(path) for path in paths):
        return None
    text = '\n'.join(map(read, paths)) + DRIVER.replace('MILLISECONDS', str(int(seconds * 1000)))
    return write(directory, 'program.js', text)

def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values))

def measure(engines, loader, program, runs):
    """For each engine its best scores {name: value}, or the reason why it has none."""
    best = [None] * len(engines)
    for _ in range(runs):
        for i, engine in enumerate(engines):
            if isinstance(best[i], str):
                continue
            scores = engine.run(loader, program)
            if isinstance(scores, dict) and best[i]:
                scores = {name: max(value, best[i][name]) for name, value in scores.items()}
            best[i] = scores
    return best

def row_of(name, kind, scores, engines, ratios):
    row = f'{name + kind:20}{scores[0][kind]:10.1f}'
    for engine, theirs in zip(engines[1:], scores[1:]):
        if isinstance(theirs, str):
            row += f"{'-':>25}"
            continue
        ratio = scores[0][kind] / theirs[kind]
        ratios[engine.name].append(ratio)
        row += f'{theirs[kind]:18.1f} {ratio:5.2f}x'
    return row

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('octane')
    parser.add_argument('--engine', default='./nodule')
    parser.add_argument('--engines', default='node --jitless')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--seconds', type=float, default=1)
    parser.add_argument('--filter', default='')
    options = parser.parse_args()
    if not os.path.exists(os.path.join(options.octane, 'base.js')):
        sys.exit(f'{options.octane} is no checkout of Octane: it has no base.js')
    engines = [Engine(text) for text in [options.engine] + options.engines.split(',') if text]
    ratios = {engine.name: [] for engine in engines[1:]}
    failed = False
    print(f"{'program':20}{'nodule':>10}" + ''.join(f'{engine.name:>25}' for engine in engines[1:]))
    with tempfile.TemporaryDirectory() as directory:
        loader = write(directory, 'load.js', LOADER)
        for name, files in PROGRAMS.items():
            if not re.search(options.filter, name):
                continue
            program = build(options.octane, files, options.seconds, directory)
            if not program:
                print(f'{name:20}is not in {options.octane}')
                continue
            scores = measure(engines, loader, program, options.runs)
            if isinstance(scores[0], str):
                failed = True
                print(f'{name:20}    failed: {scores[0]}', flush=True)
                continue
            for kind in scores[0]:
                print(row_of(name, kind, scores, engines, ratios), flush=True)
    row = f"{'geometric mean':30}"
    for values in ratios.values():
        row += f'{geometric_mean(values):24.2f}x' if values else f"{'-':>25}"
    print(row)
    return 1 if failed else 0

sys.exit(main())
