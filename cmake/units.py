#!/usr/bin/env python3
"""units.py <root> <lines> <file.cpp>… : which sources of one target are compiled as one; a line "unit;file" for each that is not alone.

Files of one unit see each other's names, so two files share a unit only when no name that one declares for itself (in a nameless namespace,
constant, type, alias, macro) occurs in the other or in a header that only the other includes. An alias that both spell alike is no obstacle;
files with a using-directive keep company with those that have the same. A unit is at most <lines> long, or one file.
A file that completes a nested type (struct A::B {…}) stays alone: in an included file g++ takes the nameless types in it for those of a header.
"""
import functools, pathlib, re, sys

root, limit, files = pathlib.Path(sys.argv[1]), int(sys.argv[2]), [pathlib.Path(f) for f in sys.argv[3:]]
SILENT = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*.*?\*/', re.S)
DIRECTIVE = re.compile(r"^\s*#(?:[^\n]*\\\n)*[^\n]*", re.M)
MACRO = re.compile(r"^\s*#\s*define\s+(\w+)", re.M)
NESTED = re.compile(r"^(?:struct|class) \w+::\w+", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
TOKEN = re.compile(r"[A-Za-z_]\w*|::|[^\s\w]")
PRIVATE = {"static", "constexpr", "const", "consteval", "using", "struct", "class", "enum", "union", "template", "inline", "concept", "typedef"}


def kind_of(head, scopes):
    """What the brace after these tokens opens."""
    if "body" in scopes or "enum" in scopes:
        return "body"
    if "namespace" in head[:2]:
        return "nameless" if head[-1] == "namespace" else "named"
    return "enum" if "enum" in head and not {"class", "struct"} & set(head) else "body"


def declarations(tokens):
    """Each declaration outside functions and types: its tokens up to a body or semicolon, and whether no other file is to see its name."""
    scopes, head = [], []
    for token in tokens:
        if token == "{":
            kind = kind_of(head, scopes)
            if kind in ("body", "enum") and "body" not in scopes:
                yield head + ["{"], "nameless" in scopes or bool(PRIVATE & set(head[:3]))
            scopes.append(kind)
            head = []
        elif token == "}" and scopes:
            if scopes.pop() == "enum":
                yield head + [";"], True
            head = []
        elif token == ";" and "body" not in scopes:
            if head:
                yield head, "nameless" in scopes or bool(PRIVATE & set(head[:3]))
            head = []
        elif "body" not in scopes:
            head.append(token)


def declared(tokens):
    """The names of a declaration: words before a parameter list, a value, a body or the next name, outside brackets and values."""
    names, depth, in_value = set(), 0, False
    for at, (token, following) in enumerate(zip(tokens, tokens[1:] + [";"])):
        depth += (token in "<([") - (token in ">)]")
        in_value = (in_value or token == "=") and not (token == "," and depth <= 0)
        is_test = token.isupper() and following == "("
        if token.isidentifier() and depth <= 0 and not in_value and not is_test and following in "(={;[,:" and tokens[at - 1] != "::":
            names.add(token)
    return names


class Source:
    """What a file says: its words, the names of its own with the text of aliases, its using-directives, its headers, its length and whether it stays alone."""

    def __init__(self, path):
        text = path.read_text(encoding="utf-8")
        self.lines = text.count("\n")
        self.headers = [h.resolve() for i in INCLUDE.findall(text) for h in (path.parent / i, root / i) if h.is_file()]
        code = SILENT.sub(" ", text)
        self.own, self.directives = dict.fromkeys(MACRO.findall(code), ""), set()
        self.is_alone = bool(NESTED.search(code))
        tokens = TOKEN.findall(DIRECTIVE.sub("", code))
        self.words = frozenset(tokens)
        for head, is_private in declarations(tokens):
            self.take(head, is_private)

    def take(self, head, is_private):
        text = " ".join(head)
        if text.startswith("using namespace"):
            self.directives |= set() if "literals" in text else {text}
        elif head[0] in ("using", "namespace"):
            self.own[head[1] if "=" in head else head[-1]] = text
        elif is_private:
            self.own |= dict.fromkeys(declared(head), "")


read = functools.cache(Source)


@functools.cache
def with_headers(path):
    """The headers that a file includes, and theirs."""
    found, waiting = set(), list(read(path).headers)
    while waiting:
        header = waiting.pop()
        if header not in found:
            found.add(header)
            waiting += read(header).headers
    return frozenset(found)


def disturbs(one, other):
    """Does a name of `one` alone occur in `other`, or in what only `other` includes?"""
    names = {name for name, text in read(one).own.items() if not text or read(other).own.get(name) != text}
    return any(names & words for words in (read(other).words, *(read(h).words for h in with_headers(other) - with_headers(one))))


def fits(unit, path):
    return (not read(unit[0]).is_alone and not read(path).is_alone and sum(read(f).lines for f in unit) + read(path).lines <= limit
            and read(unit[0]).directives == read(path).directives and not any(disturbs(f, path) or disturbs(path, f) for f in unit))


units = []
for path in files:
    home = next((unit for unit in units if fits(unit, path)), None)
    if home is None:
        units.append(home := [])
    home.append(path)
for number, unit in enumerate(unit for unit in units if len(unit) > 1):
    for path in unit:
        print(f"{number};{path}")
