"""What the runners of checks share: a line for each check that fails, `N passed, N failed` last; what scripts print."""
import difflib, subprocess

passed, failed = 0, 0


def check(name, condition, detail=''):
    global passed, failed
    if condition:
        passed += 1
    else:
        failed += 1
        print(f'FAILED {name}: {detail}'[:2000])


def finish():
    """Prints the counts; the exit status."""
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


def output_of(command, script):
    """All that `command` prints when it runs `script`, and its exit status; or that it did not end."""
    try:
        done = subprocess.run(command + [script], capture_output=True, text=True, errors='replace', timeout=300)
    except subprocess.TimeoutExpired:
        return 'timeout\n'
    return done.stdout + done.stderr + f'status {done.returncode}\n'


def first_difference(expected, actual):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(), lineterm='', n=0)
    return '\n'.join(line[:500] for line in list(lines)[:8])


def check_same(name, script, command, others):
    """`command` runs the script to its end and prints much; the others print the same."""
    expected = output_of(command, script)
    check(f'{name}: ends', expected.endswith('status 0\n') and expected.count('\n') > 30, expected[-500:])
    for other in others:
        actual = output_of(other, script)
        check(f'{name}: {" ".join(other)}', actual == expected, first_difference(expected, actual))
