#!/usr/bin/env python3
"""Small limits of the system: descriptors, stack, address space, file size, closed descriptors, a full disk.

  tests/system-limits.py [--engine ./nodule] [--all]

Each program runs to its end with the right output, or ends in an error that scripts can catch, or in a line that says what
the system refused, and abort.  Prints a table of what ended how.
"""
import resource, sys

from checks import finish
from endings import end_of_program, parser_of_options, report

MB = 1 << 20
SAY = 'console.log("said")'
WORK = '''var list = []; for (var i = 0; i < 50000; i++) list.push({i: i, text: 'n' + i});
console.log(JSON.stringify(list).length, /(\\d+)$/.exec('n17')[1], new Function('return 7')());'''
WRITE = '''try { require("fs").writeFileSync("big", "x".repeat(1e5)); console.log("written"); } catch (e) { console.log(e.code); }'''


def limited(check_case, all_of_them):
    for n in range(3, 13):
        check_case(f'{n} descriptors', SAY, [(resource.RLIMIT_NOFILE, n)], want='said')
    for n in range(9, 13):
        check_case(f'{n} descriptors, module and file', 'require("path"); ' + WRITE, [(resource.RLIMIT_NOFILE, n)])
    for kb in (64, 128, 256, 512, 1024):
        check_case(f'stack of {kb} kB', SAY, [(resource.RLIMIT_STACK, kb * 1024)], want='said')
        check_case(f'stack of {kb} kB, recursion', '(function f(n) { return f(n + 1) + 1; })(0)', [(resource.RLIMIT_STACK, kb * 1024)])
    for mb in range(8, 400, 8 if all_of_them else 48):
        check_case(f'address space of {mb} MB', WORK, [(resource.RLIMIT_AS, mb * MB)])
    for mb in (1, 2, 4, 8, 16, 64):
        check_case(f'data of {mb} MB', WORK, [(resource.RLIMIT_DATA, mb * MB)])
    check_case('files of 512 bytes', WRITE, [(resource.RLIMIT_FSIZE, 512)])
    check_case('snapshot of 512 bytes', 'try { require("v8").writeHeapSnapshot("s"); } catch (e) { console.log(e.code); }',
               [(resource.RLIMIT_FSIZE, 512)])


def main():
    options = parser_of_options().parse_args()

    def check_case(name, program, limits=(), want=None, shell=None):
        end = end_of_program(options.engine, program + '\n', (), limits, shell=shell)
        loader = end.status == 127 and 'shared' in end.errors  # the program could not even be loaded
        killed_at_start = end.status == -11 and not end.output and limits and limits[0][0] == resource.RLIMIT_STACK and \
            limits[0][1] < 128 * 1024  # the system itself cannot lay out the arguments
        faults = []
        if end.kind() is None and not loader and not killed_at_start:
            faults.append(f'status {end.status}')
        if end.kind() == 'ended' and want and want not in end.output:
            faults.append('its output is lost')
        report(name, '', end, faults)

    limited(check_case, options.all)
    for closed in ('<&-', '>&-', '2>&-', '<&- >&-', '>&- 2>&-', '<&- >&- 2>&-'):
        check_case(f'closed: {closed}', WRITE, shell=closed)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
