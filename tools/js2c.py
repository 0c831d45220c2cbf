#!/usr/bin/env python3
"""Turns scripts into C strings: tools/js2c.py OUT.inc a.js b.js ... defines script_a, script_b, ..., in whatever folder.

Lines that hold nothing but a comment are emptied, so that line numbers stay as they are.
"""
import os
import sys


def c_literal(data):
    """The bytes as C string literals, one for each line of the script."""
    plain = set(range(0x20, 0x7F)) - {ord('"'), ord('\\'), ord('?')}
    lines = []
    for line in data.split(b'\n'):
        if line.strip().startswith(b'//'):
            line = b''
        lines.append('  "' + ''.join(chr(c) if c in plain else '\\%03o' % c for c in line) + '\\n"')
    return '\n'.join(lines)


def main():
    out_name, names = sys.argv[1], sys.argv[2:]
    parts, places = [], {}
    for name in names:
        with open(name, 'rb') as f:
            data = f.read().rstrip(b'\n')
        identifier = os.path.splitext(os.path.basename(name))[0].replace('-', '_')
        if identifier in places:
            sys.exit(f'{name}: {places[identifier]} has the same name')
        places[identifier] = name
        parts.append(f'static const char script_{identifier}[] =\n{c_literal(data)};\n')
    with open(out_name, 'w', encoding='ascii') as f:
        f.write('\n'.join(parts))


main()
