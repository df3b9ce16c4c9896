# SPDX-License-Identifier: GPL-3.0-or-later
"""A strict reading of a page that report made: says what is wrong with it, a line each."""
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}
LINKS = {"aria-labelledby", "aria-describedby", "headers", "for"}


class Judge(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.ids = []
        self.wanted = []
        self.level = 0
        self.faults = []

    def fault(self, what):
        self.faults.append("line %d: %s" % (self.getpos()[0], what))

    def look(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.fault("<%s> has an attribute twice" % tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name in LINKS:
                self.wanted += value.split()
            elif name in ("href", "xlink:href"):
                if value.startswith("#"):
                    self.wanted.append(value[1:])
                elif re.match(r"[a-z][a-z0-9+.-]*:|//", value):
                    self.fault("leads to " + value)
            elif name == "style" or name.startswith("on"):
                self.fault("<%s> has %s" % (tag, name))
        if tag in ("script", "iframe", "object", "embed", "base", "form"):
            self.fault("there is <%s>" % tag)
        if re.fullmatch("h[1-6]", tag):
            if int(tag[1]) > self.level + 1:
                self.fault("<%s> follows level %d" % (tag, self.level))
            self.level = int(tag[1])

    def handle_starttag(self, tag, attributes):
        self.look(tag, attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.look(tag, attributes)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.fault("</%s> ends nothing" % tag)


judge = Judge()
with open(sys.argv[1], encoding="utf-8", newline="") as page:
    judge.feed(page.read())
judge.close()
for tag in judge.open:
    judge.faults.append("<%s> is not ended" % tag)
for one in sorted(set(judge.ids)):
    if judge.ids.count(one) > 1:
        judge.faults.append("id %s is there twice" % one)
for one in judge.wanted:
    if one not in judge.ids:
        judge.faults.append("there is no id " + one)
print("\n".join(judge.faults), end="\n" if judge.faults else "")
sys.exit(1 if judge.faults else 0)
