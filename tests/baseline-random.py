#!/usr/bin/env python3
"""Random programs with hot functions: what they print is the same as machine code and interpreted.

  tests/baseline-random.py [--engine ./nodule] [--stressed build/debug/nodule] [--first SEED] [--count N] [--reference node]
                           [--print]

Each program runs under --jitless and, compared with that, as machine code from the first call on and as it comes; with
--stressed, also in that engine with collections at many allocations; with --reference, also in another engine.  --print
prints the first program and ends.  Prints a line for each program that differs and `N passed, N failed` last.
"""
import argparse, os, random, shlex, sys, tempfile

from checks import check_same, finish

FUNCTIONS = 8
STRESS = [['--always-sparkplug', '--gc-stress=300', '--verify-heap'],
          ['--always-sparkplug', '--gc-stress=300', '--verify-heap', '--gc-stress-incremental', '--always-compact']]

PRELUDE = r'''
var fuel = 0, counted = 0, G = 0, shared = {p: 1, q: 2}, prototypes = [{m: function (v) { return this.p + v; }}, {}, {p: 'up'}];
function cut(v) {
  if (typeof v === 'string') return v.length > 40 ? v.slice(0, 12) : v;
  return Array.isArray(v) ? v.length : v;
}
function C(p, q) { this.p = p; this.q = q; }
C.prototype.m = function (v) { return this.q + v; };
function D(p) { if (p > 3) this.big = p; this.p = p; if (p === 5) return {p: 'other'}; }
D.prototype.m = C.prototype.m;
function text(v) {
  try {
    if (typeof v === 'function') return 'function';
    if (typeof v === 'object' && v !== null) return 'object' + Object.keys(v).slice(0, 6);
    return Object.is(v, -0) ? '-0' : typeof v === 'string' ? '"' + v.slice(0, 12) + v.length + '"' : String(v);
  } catch (e) { return 'not to be shown'; }
}
function operand(v) { return {valueOf: function () { counted++; return v; }, toString: function () { return 'k' + v; }, p: v, m: function (w) { return w; }}; }
var operands = {
  ints: [0, 1, 2, 3, 5, -1, 31, 100], edges: [2147483647, -2147483648, 2147483646, 1073741824, -1, 65536, 46341, 0],
  doubles: [0.5, -0, 1.5, NaN, Infinity, -Infinity, 4294967296, 2147483648, 1e300, 3.0000000001, -2.5],
  texts: ['', 'a', '5', 'abc', '-1', 'p', 'k1', ' 7 '], special: [null, undefined, true, false, 0, 'x'],
  objects: [operand(3), operand(-0), operand('t'), {p: 5, q: 6}, [4], [1, 2], function () { return 1; }, new C(1, 2), Object.create({p: 'inherited'}),
    {get p() { counted++; return counted % 3; }, set p(v) { counted += 10; }}, Object.freeze({p: 1}), new Uint8Array([1, 255]), Object.create(null)],
  failing: [Symbol.iterator, {valueOf: function () { throw new RangeError('valueOf'); }}, {get p() { throw new Error('p'); }}, operand({}), Object.create(null)],
};
function run(name, f, list, kind) {
  var results = [], hash = 0;
  for (var i = 0; i < list.length; i++) {
    for (var j = 0; j < list.length && j < 4; j++) {
      fuel = 300;
      var r;
      try { r = String(f.call(list[j], list[i], list[(i + j) % list.length], i)).slice(0, 70); } catch (e) { r = e && e.name ? e.name + ': ' + e.message : 'thrown ' + text(e); }
      results.push(r);
    }
  }
  var all = results.join(' ');
  for (i = 0; i < all.length; i++) hash = (hash * 31 + all.charCodeAt(i)) | 0;
  if (kind) console.log(name, kind, hash, counted, text(G), Object.keys(shared).length, all.length > 400 ? all.slice(0, 400) + '...' : all);
}
'''

NUMBERS = ['0', '1', '2', '3', '-1', '7', '8', '31', '127', '128', '-128', '-129', '255', '1000', '32767', '32768', '-32769', '65536',
           '1073741824', '2147483647', '-2147483648', '2147483648', '4294967295', '0.5', '-0.5', '1e10', 'NaN', '-0', 'Infinity']
OTHERS = ["''", "'a'", "'5'", "'p'", 'null', 'undefined', 'true', 'false', "'some longer text'"]
BINARY = ['+', '+', '+', '-', '-', '*', '*', '/', '%', '&', '|', '^', '<<', '>>', '>>>', '<', '<=', '>', '>=', '==', '!=', '===', '!==',
          '&&', '||', '??']
COMPARE = ['<', '<=', '>', '>=', '==', '!=', '===', '!==']
COMPOUND = ['+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '>>>=', '&&=', '||=', '??=']
NAMES = ['p', 'q', 'r', 'm', 'length', 'big']


class Function:
    """One random function, which may call those before it."""

    def __init__(self, pick, number):
        self.pick, self.number = pick, number
        self.loops, self.names, self.label = 0, 0, 0
        self.strict = pick.random() < 0.3
        self.variables = ['a', 'b', 'c', 'x', 'y', 'z', 'captured', 'depth']
        self.readonly = []

    def choose(self, *ways):
        return self.pick.choice(ways)

    def name(self, prefix):
        self.names += 1
        return f'{prefix}{self.names}'

    def variable(self):
        return self.pick.choice(self.variables)

    def atom(self):
        way = self.pick.randrange(20)
        if way < 8:
            return self.pick.choice(self.variables + self.readonly)
        if way < 12:
            number = self.pick.choice(NUMBERS)
            return f'({number})' if number[0] == '-' else number
        if way < 14:
            return self.pick.choice(OTHERS)
        return self.choose('o.p', 'o.q', 'l[0]', f'l[{self.variable()}]', 'l.length', 'G', 'arguments.length', 'arguments[0]', 'shared.p',
                           f'o.{self.pick.choice(NAMES)}', f'o[{self.variable()}]', 'shared[y]', 'this')

    def place(self):
        return self.pick.choice(self.variables + ['o.p', 'o.q', 'l[1]', 'l[z & 3]', 'G', 'shared.p', f'o.{self.pick.choice(NAMES[:3])}', 'o["k" + (z & 3)]'])

    def arguments(self, depth):
        return ', '.join(self.expression(depth) for _ in range(self.pick.randrange(5)))

    def call(self, depth):
        way = self.pick.randrange(14)
        e = lambda: self.expression(depth)
        if way < 5 and self.number > 0:
            f = f'f{self.pick.randrange(self.number)}'
            return self.choose(f'{f}({self.arguments(depth)})', f'{f}.call({e()}, {e()})', f'{f}.apply(o, [{e()}, {e()}])', f'{f}.apply(this, arguments)',
                               f'{f}(...[{e()}, {e()}], {e()})', f'new {f}({e()}).p')
        return self.choose(f'Math.max({e()}, {e()})', f'Math.floor({e()})', f'Math.imul({e()}, {e()})', f'String({e()}).length', f'inner({e()})', f'o.m({e()})',
                           f'(function (v) {{ return v {self.pick.choice(BINARY[:12])} captured; }})({e()})', f'new C({e()}, {e()}).p', f'new D({e()}).p', f'o?.m?.({e()})',
                           f'[{e()}, {e()}].map(v => v {self.pick.choice(BINARY[:12])} {self.variable()})[0]', f'[{e()}, {e()}].indexOf({e()})', f'{self.variable()}({e()})',
                           f'`${{{e()}}}-${{{e()}}}`', f'Object.keys({{[{self.variable()}]: {e()}}}).length', f'rest({e()}, ...l, {e()})', f'rest({self.arguments(depth)})',
                           f'({{p: {e()}, q: {e()}}}).q', f'[{e()}, , {e()}].length', f'(shared.m && shared.m({e()}))', f'new Number({e()}) + 1')

    def condition(self, depth):
        way = self.pick.randrange(8)
        if way < 5:
            return f'{self.expression(depth)} {self.pick.choice(COMPARE)} {self.expression(depth)}'
        if way == 5:
            return f'!({self.condition(depth - 1)})' if depth > 0 else self.variable()
        if way == 6 and depth > 0:
            return f'({self.condition(depth - 1)}) {self.choose("&&", "||")} ({self.condition(depth - 1)})'
        return self.choose(self.expression(depth), f'typeof {self.variable()} === "{self.choose("number", "string", "object")}"', f'{self.variable()} == null',
                           f'{self.variable()} === undefined', f'"p" in Object({self.variable()})', f'{self.variable()} instanceof C')

    def expression(self, depth):
        if depth <= 0:
            return self.atom()
        way = self.pick.randrange(20)
        if way < 9:
            return f'({self.expression(depth - 1)} {self.binary()} {self.expression(depth - 1)})'
        if way < 11:
            return self.choose('-', '+', '~', '!', 'typeof ', 'void ') + f'({self.expression(depth - 1)})'
        if way < 12:
            return f'({self.condition(depth - 1)} ? {self.expression(depth - 1)} : {self.expression(depth - 1)})'
        if way < 14:
            return self.choose(f'{self.place()}{self.choose("++", "--")}', f'({self.choose("++", "--")}{self.place()})')
        if way < 16:
            return self.call(depth - 1)
        if way == 16:
            return f'({self.variable()} = cut({self.expression(depth - 1)}))'
        return self.atom()

    def binary(self):
        # ?? must not stand beside && or ||: every operand is in parentheses
        return self.pick.choice(BINARY)

    def block(self, depth, count=3):
        return '{ ' + ' '.join(self.statement(depth) for _ in range(self.pick.randrange(1, count + 1))) + ' }'

    def loop(self, depth):
        way, i, n = self.pick.randrange(8), self.name('i'), self.pick.randrange(2, 7)
        self.loops += 1
        self.readonly.append(i)
        if way < 3:
            keyword = self.choose('var', 'let')
            close = f'closures.push(() => {i}++);' if keyword == 'let' and self.pick.random() < 0.3 else ''
            result = f'for ({keyword} {i} = 0; {i} < {n}; {i}++) {{ {close} {self.block(depth - 1)} }}'
        elif way == 3:
            result = f'var {i} = 0; while ({i}++ < {n} && ({self.condition(1)})) {self.block(depth - 1)}'
        elif way == 4:
            result = f'var {i} = {n}; do {self.block(depth - 1)} while (--{i} > 0 && !({self.condition(1)}));'
        elif way == 5:
            result = f'for (var {i} of [{self.expression(1)}, {self.expression(1)}, 3]) {self.block(depth - 1)}'
        elif way == 6:
            result = f'for (const {i} in {{p: 1, q: 2, r: 3}}) {self.block(depth - 1)}'
        else:
            self.label += 1
            label, j = f'label{self.label}', self.name('i')
            self.readonly.append(j)
            result = (f'{label}: for (var {i} = 0; {i} < {n}; {i}++) {{ for (let {j} = {n}; {j} > {i}; {j}--) {{ if ({self.condition(1)}) {self.choose("break", "continue")} {label}; '
                      f'{self.statement(depth - 2)} }} {self.statement(depth - 1)} }}')
            self.readonly.remove(j)
        self.readonly.remove(i)
        self.loops -= 1
        return result

    def statement(self, depth):
        way = self.pick.randrange(30) if depth > 0 else self.pick.randrange(12)
        e = self.expression
        if way < 5:
            return f'{self.variable()} = cut({e(2)});'
        if way < 7:
            v = self.variable()
            return f'{v} {self.pick.choice(COMPOUND)} {e(2)}; {v} = cut({v});'
        if way == 7:
            v = self.place()
            return f'{v} {self.pick.choice(COMPOUND[1:])} {e(1)};'
        if way == 8:
            return f'{self.choose("o.p", "o.q", "o.r", "l[z & 7]", "shared.q", "G")} = cut({e(2)});'
        if way == 9:
            return self.choose(f'{self.place()}{self.choose("++", "--")};', f'if ({self.condition(1)}) {self.variable()} = {self.atom()};')
        if way == 10:
            return self.choose('o = new C(x, y);', 'o = {p: a, q: b};', 'o = Object.create(prototypes[2]);', 'l = [x, y];', 'delete o.p;', 'o = shared;', 'shared = {q: 1};',
                               'shared = new D(z);', 'l.length = 2;', 'l = [1, 2, 3, 4];', 'l = ["p", null, 0.5, 7];', 'l.push(z);', 'l.pop();', 'l.shift();',
                               'l.reverse();', 'l.fill(x, 1);', 'l.splice(1, 1, y);', 'l.unshift(3);', 'l[l.length] = z;', 'delete l[1];', 'l.sort();', 'Object.freeze(o);', 'prototypes[0].p = cut(y);', 'delete prototypes[2].p;', 'prototypes[2].p = 1;',
                               'Object.setPrototypeOf(o, prototypes[0]);', 'C.prototype.big = cut(z);',
                               'if (o !== shared && Object.isExtensible(o)) Object.defineProperty(o, "p", {get: function () { return counted++; }, configurable: true});')
        if way == 11:
            return f'{self.call(1)};'
        if way < 17:
            other = f' else {self.block(depth - 1, 2)}' if self.pick.random() < 0.5 else ''
            return f'if ({self.condition(2)}) {self.block(depth - 1)}{other}'
        if way < 22:
            return self.loop(depth) if self.loops < 2 else f'{self.variable()} = {e(1)};'
        if way == 22:
            cases = ' '.join(f'case {self.atom()}: {self.statement(depth - 1)} {self.choose("break;", "")}' for _ in range(3))
            return f'switch ({e(1)}) {{ {cases} default: {self.statement(depth - 1)} }}'
        if way < 26:
            last = f'finally {self.block(depth - 1, 2)}' if self.pick.random() < 0.4 else ''
            return f'try {self.block(depth - 1)} catch (e) {{ x = e instanceof Error ? e.name : cut(e); {self.statement(depth - 1)} }} {last}'
        if way == 26:
            return f'if ({self.condition(1)}) throw {self.choose("cut(x)", "new RangeError(typeof y)")};'
        if way == 27:
            return f'if ({self.condition(1)}) return {e(1)};'
        if way == 28 and self.loops > 0:
            return f'if ({self.condition(1)}) {self.choose("break", "continue")};'
        name = self.name('v')
        self.readonly.append(name)
        result = f'{{ let {name} = {e(1)}; {self.block(depth - 1, 2)} {self.variable()} = cut((() => {name})()); }}'
        self.readonly.remove(name)
        return result

    def guarded(self, statement):  # or most functions would end soon
        return f'try {{ {statement} }} catch (e) {{ y = e instanceof Error ? e.name : cut(e); }}' if self.pick.random() < 0.6 else statement

    def source(self):
        body = '\n  '.join(self.guarded(self.statement(3)) for _ in range(self.pick.randrange(3, 8)))
        strict = "'use strict'; " if self.strict else ''
        return (f'function f{self.number}(a, b, c) {{ {strict}if (--fuel < 0) return fuel;\n'
                '  var x = a, y = b, z = 3, o = {p: a, q: 1, m: function (v) { return this.q + v; }}, l = [1, a, "t"], closures = [];\n'
                '  let captured = c, depth = 0;\n'
                '  function inner(v) { depth++; captured = cut(v); return (function () { return captured + depth; })(); }\n'
                '  function rest(v, ...others) { return others.length + (v === undefined ? 1 : 0); }\n'
                f'  {body}\n  for (var f of closures) z += f();\n  return [x, y, z, captured, depth].map(text).join() + text(o) + text(l); }}')


def program(seed):
    pick = random.Random(seed)
    functions = '\n'.join(Function(pick, n).source() for n in range(FUNCTIONS))
    rounds = []
    for n in range(FUNCTIONS):
        warm = pick.choice(['ints', 'ints', 'ints', 'doubles', 'texts', 'objects'])
        rounds.append(f'for (var w = 0; w < 12; w++) run("f{n}", f{n}, operands.{warm});')
        kinds = ['ints', 'edges', 'doubles', 'texts', 'special', 'objects', 'failing']
        pick.shuffle(kinds)
        rounds += [f'run("f{n}", f{n}, operands.{kind}, "{kind}");' for kind in kinds]
        if pick.random() < 0.5:
            rounds.append(f'run("f{pick.randrange(n + 1)}", f{pick.randrange(n + 1)}, operands.ints, "ints again");')
    return PRELUDE + functions + '\n' + '\n'.join(rounds) + '\n'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--engine', default='./nodule')
    parser.add_argument('--stressed')
    parser.add_argument('--first', type=int, default=1)
    parser.add_argument('--count', type=int, default=20)
    parser.add_argument('--reference')
    parser.add_argument('--print', action='store_true')
    arguments = parser.parse_args()
    if arguments.print:
        print(program(arguments.first))
        return 0
    engine = shlex.split(arguments.engine)
    others = [engine + ['--always-sparkplug'], engine]
    if arguments.stressed:
        others += [shlex.split(arguments.stressed) + flags for flags in STRESS]
    if arguments.reference:
        others.append(shlex.split(arguments.reference))
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(arguments.first, arguments.first + arguments.count):
            script = os.path.join(folder, f'{seed}.js')
            with open(script, 'w') as file:
                file.write(program(seed))
            check_same(f'baseline {seed}', script, engine + ['--jitless'], others)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
