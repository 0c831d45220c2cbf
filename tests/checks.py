"""What the runners of checks share: a line for each check that fails, `N passed, N failed` last."""
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
