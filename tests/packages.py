#!/usr/bin/env python3
"""Packages of the npm registry run unchanged: tests/packages/NAME.js must print tests/packages/NAME.expected.

  tests/packages.py [--engine ./nodule] [--flags '...'] [--promote]

The packages of tests/packages/package.json are installed into build/packages; where npm is not there, or cannot reach its
registry, the tests are skipped with a word.  --promote writes the expectations: from node, with --engine node.
Prints what differs and `N passed, N failed` last.
"""
import argparse, difflib, filecmp, glob, os, shlex, shutil, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DRIVERS = os.path.join(ROOT, 'tests', 'packages')
INSTALLED = os.path.join(ROOT, 'build', 'packages')


def install():
    """None when the packages are there, or the reason why they are not."""
    wanted, have = os.path.join(DRIVERS, 'package.json'), os.path.join(INSTALLED, 'package.json')
    done = os.path.join(INSTALLED, 'node_modules', '.package-lock.json')
    if os.path.exists(done) and os.path.exists(have) and filecmp.cmp(wanted, have, shallow=False):
        return None
    npm = shutil.which('npm')
    if not npm:
        return 'npm is not installed'
    shutil.rmtree(INSTALLED, ignore_errors=True)
    os.makedirs(INSTALLED)
    shutil.copy(wanted, have)
    try:
        result = subprocess.run([npm, 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], cwd=INSTALLED,
                                capture_output=True, text=True, timeout=180)
    except subprocess.TimeoutExpired:
        return 'npm install got no answer'
    if result.returncode or not os.path.exists(done):
        lines = (result.stderr or result.stdout).strip().splitlines()
        return 'npm install failed: ' + (lines[0] if lines else f'status {result.returncode}')
    return None


def run(command, driver):
    environment = dict(os.environ, NODE_PATH=os.path.join(INSTALLED, 'node_modules'), TZ='UTC', LC_ALL='C.UTF-8')
    done = subprocess.run(command + [driver], capture_output=True, text=True, env=environment, timeout=300)
    return done.stdout, done.returncode, done.stderr


def main():
    options = argparse.ArgumentParser(description='runs the packages', usage='tests/packages.py [--engine CMD] [--promote]')
    options.add_argument('--engine', default='./nodule')
    options.add_argument('--flags', default='')
    options.add_argument('--promote', action='store_true')
    options = options.parse_args()
    os.chdir(ROOT)
    reason = install()
    if reason:
        print(f'packages skipped: {reason}')
        print('0 passed, 0 failed')
        return 0
    command = shlex.split(options.engine) + shlex.split(options.flags)
    passed = failed = 0
    for driver in sorted(glob.glob(os.path.join(DRIVERS, '*.js'))):
        name, expected = os.path.basename(driver)[:-3], driver[:-3] + '.expected'
        output, status, errors = run(command, driver)
        if options.promote:
            with open(expected, 'w', encoding='utf-8') as f:
                f.write(output)
        with open(expected, encoding='utf-8') as f:
            wanted = f.read()
        if status == 0 and output == wanted:
            passed += 1
            continue
        failed += 1
        print(f'FAILED {name}: status {status}')
        difference = difflib.unified_diff(wanted.splitlines(), output.splitlines(), 'expected', 'printed', lineterm='', n=0)
        print('\n'.join(line[:300] for line in list(difference)[:20]))
        print(errors[-1000:])
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
