#!/usr/bin/env python3
"""Verifies an exported ledger without any of our code, so that nobody has to take our word for it.

    python3 verify_ledger.py ARCHIVE [--key KEY ...] [--witness FILE ...] [--witness-key KEY ...] [--json]

Standard library only, Python 3.9 or later. Without --key the checkpoints are held against the keys that the archive
itself names: that finds damage and careless changes, but whoever can rewrite the whole archive can name another key.
Give the keys (or a witness's checkpoints.txt) that you got by another way. With --witness-key every checkpoint of the
witness's files must carry a cosignature of one of these keys, and cosignatures in the archive are held against them.

Exit status: 0 everything holds, 1 something does not, 2 the archive, a key or a witness's file cannot be read.
With --json: {"ok", "entries", "head", "root", "problems": [{"seq", "problem"}]} and a few additions. `seq` is the
position of the entry concerned; the number of entries where the problem concerns the whole. `entries` is how many were
found, `head` how many the archive says there are, `root` the root of the tree over those found.

The archive, format 1: UTF-8 JSON Lines, a newline after each line.

  line 1  {"archive":"joint-docket-ledger","format":1,"ledger":"<uuid>","origin":"joint-docket/<uuid>",
           "labels":{"1":["open"]},"verifierKeys":["..."],"exportedAt":"..."}
  then    {"entry":{"header":{...},"commitment":"<hex>","salt":"<hex>"|null,
           "content":"<canonical content JSON as a string>"|null}}
          in seq order 0..n-1; salt and content are null when lawfully emptied by a purge, and then a later entry of
          kind `entry.purged` whose content's body has "purges":"<entry id>" must exist
  then    {"checkpoint":{"note":"...","at":"..."}} in order of making
  then    {"cosignature":{"witness":"...","size":n,"root":"<hex>","line":"...","at":"..."}}
  last    {"end":{"entries":n,"root":"<hex>","sha256":"<hex of SHA-256 over every preceding byte of the file>"}}

  commitment = SHA-256(salt || utf8(content))
  leaf       = SHA-256(utf8(RFC 8785 header) || commitment)
  tree       = RFC 9162 with the 32-byte leaf as entry data: leaf node SHA-256(0x00 || leaf), inner node
               SHA-256(0x01 || left || right)
  note       = C2SP signed note holding a C2SP tlog-checkpoint, Ed25519; cosignatures are cosignature/v1
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import sys
from array import array

MOST_PROBLEMS = 1000

# --- RFC 8032, Ed25519 -------------------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
D2 = 2 * D % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    """The x of a point with this y and sign; None where there is none."""
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT_M1 % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


def add(p, q):
    """Sum of two points in extended coordinates (X, Y, Z, T)."""
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = p[3] * D2 * q[3] % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


NEUTRAL = (0, 1, 1, 0)
BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


class Multiples:
    """A point's multiples by every byte at every place, so that each of thousands of signatures costs 64 additions."""

    def __init__(self, point):
        self.rows = []
        for _ in range(32):
            row = [NEUTRAL]
            for _ in range(255):
                row.append(add(row[-1], point))
            self.rows.append(row)
            point = add(row[-1], point)

    def times(self, number, start=NEUTRAL):
        """start + number * point, number below 2^256."""
        total = start
        for row, digit in zip(self.rows, number.to_bytes(32, "little")):
            if digit:
                total = add(total, row[digit])
        return total


class Ed25519Key:
    base = None

    def __init__(self, raw):
        number = int.from_bytes(raw, "little")
        y = number & (2**255 - 1)
        x = recover_x(y, number >> 255)
        if len(raw) != 32 or x is None:
            raise ValueError("it is not an Ed25519 key")
        self.raw = raw
        # Negated, since verifying subtracts: R = sB - hA.
        self.point = ((P - x) % P, y, 1, (P - x) * y % P)
        self.multiples = None

    def verifies(self, signature, message):
        if len(signature) != 64:
            return False
        s = int.from_bytes(signature[32:], "little")
        if s >= L:
            return False
        if self.multiples is None:
            self.multiples = Multiples(self.point)
        if Ed25519Key.base is None:
            Ed25519Key.base = Multiples(BASE)
        h = int.from_bytes(hashlib.sha512(signature[:32] + self.raw + message).digest(), "little") % L
        x, y, z, _ = self.multiples.times(h, Ed25519Key.base.times(s))
        inverse = pow(z, P - 2, P)
        encoded = (y * inverse % P) | ((x * inverse % P & 1) << 255)
        return encoded.to_bytes(32, "little") == signature[:32]


# --- RFC 8785, canonical JSON ------------------------------------------------------------------------------------

PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).encode
ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def number_text(value):
    """A number as ECMAScript writes it."""
    if isinstance(value, int) and abs(value) < 2**53:
        return str(value)
    value = float(value)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("a number without a canonical form")
    if value == 0:
        return "0"
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(exponent or 0)
    digits = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0")
    sign = "-" if value < 0 else ""
    n = len(digits)
    if n <= point <= 21:
        return sign + digits + "0" * (point - n)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = point - 1
    return sign + digits[0] + ("." + digits[1:] if n > 1 else "") + "e" + ("+" if power > 0 else "-") + str(abs(power))


def canonical(value):
    """The RFC 8785 form, the slow and certain way."""
    if value is None or isinstance(value, bool):
        return PLAIN(value)
    if isinstance(value, str):
        value.encode("utf-8")
        return PLAIN(value)
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


class Reader:
    """Reads JSON and tells whether the quick canonical form may be trusted for it."""

    def __init__(self):
        self.odd = False
        self.decode = json.JSONDecoder(
            parse_float=self.real, parse_int=self.whole, parse_constant=self.constant
        ).decode

    def real(self, text):
        self.odd = True
        return float(text)

    def whole(self, text):
        if len(text) < 16:
            return int(text)
        self.odd = True
        return int(text) if len(text) < 300 else float(text)

    def constant(self, text):
        raise ValueError(text + " is not JSON")

    def canonical_object(self, text):
        """The object a text stands for; None where the text is not its canonical form."""
        self.odd = False
        value = self.decode(text)
        if not isinstance(value, dict):
            return None
        quick = not self.odd and (text.isascii() or not ASTRAL.search(text))
        form = PLAIN(value) if quick else canonical(value)
        return value if form == text else None


# --- RFC 9162, the tree ------------------------------------------------------------------------------------------

sha256 = hashlib.sha256


class Tree:
    """Every complete subtree's root, so that the root at any size is at hand."""

    def __init__(self):
        self.size = 0
        self.levels = [bytearray()]

    def append(self, leaf):
        node = sha256(b"\0" + leaf).digest()
        index, level, levels = self.size, 0, self.levels
        levels[0] += node
        while index & 1:
            row = levels[level]
            node = sha256(b"\1" + row[-64:]).digest()
            level += 1
            index >>= 1
            if level == len(levels):
                levels.append(bytearray())
            levels[level] += node
        self.size += 1

    def root(self, size):
        """Root of the tree of the first `size` leaves; size at most self.size."""
        if size == 0:
            return sha256().digest()
        peaks, at = [], 0
        for level in range(len(self.levels) - 1, -1, -1):
            if size >> level & 1:
                place = (at >> level) * 32
                peaks.append(bytes(self.levels[level][place : place + 32]))
                at += 1 << level
        root = peaks.pop()
        while peaks:
            root = sha256(b"\1" + peaks.pop() + root).digest()
        return root


# --- C2SP signed notes -------------------------------------------------------------------------------------------

LOG, COSIGNATURE = 1, 4
NAME = re.compile(r"[^\s+\x00-\x1f\x7f-\x9f]+")
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SIZE = re.compile("0|[1-9][0-9]{0,15}")


def from_base64(text):
    """The bytes of exact standard base64."""
    raw = base64.b64decode(text.encode("ascii"), validate=True)
    if base64.b64encode(raw).decode("ascii") != text:
        raise ValueError("it is not exact base64")
    return raw


class VerifierKey:
    def __init__(self, text):
        parts = text.strip().split("+", 2)
        if len(parts) != 3 or not NAME.fullmatch(parts[0]):
            raise ValueError("it does not have the form name+number+key")
        raw = from_base64(parts[2])
        if len(raw) != 33 or raw[0] not in (LOG, COSIGNATURE):
            raise ValueError("its last part is not an Ed25519 key")
        self.name, self.type, self.key = parts[0], raw[0], Ed25519Key(raw[1:])
        self.id = sha256(self.name.encode("utf-8") + b"\n" + raw).digest()[:4]
        if self.id.hex() != parts[1]:
            raise ValueError("its number does not belong to its name and key")


def signature_line(line):
    """(name, key id, signature) of a signature line."""
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "\u2014" or not NAME.fullmatch(parts[1]):
        raise ValueError("one of its signature lines is broken")
    raw = from_base64(parts[2])
    if len(raw) < 5:
        raise ValueError("one of its signature lines is broken")
    return parts[1], raw[:4], raw[4:]


class Note:
    """A checkpoint as it was signed."""

    def __init__(self, note):
        if FORBIDDEN.search(note):
            raise ValueError("it holds control characters")
        blank = note.rfind("\n\n")
        if blank < 0 or not note.endswith("\n"):
            raise ValueError("it has no signatures")
        self.text = note[: blank + 1]
        lines = self.text[:-1].split("\n")
        if len(lines) < 3 or "" in lines:
            raise ValueError("it does not have the lines of a checkpoint")
        if not SIZE.fullmatch(lines[1]) or int(lines[1]) >= 2**53:
            raise ValueError("its second line is not a number of entries")
        self.origin, self.size, self.root = lines[0], int(lines[1]), from_base64(lines[2])
        if len(self.root) != 32:
            raise ValueError("its third line is not a root")
        self.signatures = [signature_line(line) for line in note[blank + 2 : -1].split("\n")]


class Verdicts:
    """Verifies each distinct signature once."""

    def __init__(self):
        self.known = {}

    def holds(self, key, text, signature):
        ask = (key.key.raw, key.type, signature, text)
        if ask not in self.known:
            self.known[ask] = self.verify(key, text, signature)
        return self.known[ask]

    def verify(self, key, text, signature):
        message = text.encode("utf-8")
        if key.type == LOG:
            return key.key.verifies(signature, message)
        if len(signature) != 72:
            return False
        time = int.from_bytes(signature[:8], "big")
        return key.key.verifies(signature[8:], b"cosignature/v1\ntime %d\n" % time + message)


# --- The archive -------------------------------------------------------------------------------------------------


class Unreadable(Exception):
    """The file is no archive at all, so there is nothing to report problems about."""


HEADER_FIELDS = {"id", "kind", "label", "recordedAt", "seq", "subject", "version"}
UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII).fullmatch
HEX32 = re.compile("[0-9a-f]{64}").fullmatch
HEX = re.compile("(?:[0-9a-f]{2})+").fullmatch
SECTIONS = ("entry", "checkpoint", "cosignature", "end")


def is_count(value):
    return type(value) is int and 0 <= value < 2**53



def named(header, entry_id):
    """An entry's name: the same id may stand under two labels, which know nothing of each other."""
    return "%s/%s" % (header.get("label"), entry_id)


class Archive:
    """One pass over an archive, and what it found."""

    def __init__(self, keys, witness_keys=()):
        self.given_keys = keys
        self.keys = keys
        self.witness_keys = list(witness_keys)
        self.tree = Tree()
        self.problems = []
        self.head = None
        self.reader = Reader()
        self.verdicts = Verdicts()
        self.section = 0
        self.expected = 0
        self.last_recorded = ""
        self.position = {}
        self.kinds, self.kind_of = {}, array("L")
        self.subjects, self.subject_of = {}, array("L")
        self.emptied = {}
        self.purges = {}
        self.checkpoints = 0
        self.signed_size = 0
        self.largest_signed = 0
        self.origin = ""

    def say(self, seq, problem):
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append({"seq": seq, "problem": problem})

    def whole(self, problem):
        self.say(self.tree.size, problem)

    # The file

    def read(self, path):
        digest = sha256()
        with open(path, "rb") as file:
            first = file.readline()
            self.open(first)
            digest.update(first)
            for number, line in enumerate(file, 2):
                if self.section == 3:
                    self.whole("line %d stands after the end" % number)
                    break
                self.line(number, line, digest)
                digest.update(line)
        if self.section != 3:
            self.whole("the archive has no end line; it is cut off")
        self.finish()

    def open(self, line):
        try:
            first = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise Unreadable("Its first line is not that of an archive.") from error
        if not isinstance(first, dict) or first.get("archive") != "joint-docket-ledger":
            raise Unreadable("Its first line is not that of an archive.")
        if first.get("format") != 1:
            raise Unreadable("Its format is %r; this verifier knows format 1." % (first.get("format"),))
        self.origin = first.get("origin")
        if not isinstance(self.origin, str) or self.origin != "joint-docket/%s" % (first.get("ledger"),):
            self.say(0, "the archive's origin does not name its ledger")
        if not self.given_keys:
            self.keys = self.own_keys(first.get("verifierKeys"))

    def own_keys(self, texts):
        keys = []
        for text in texts if isinstance(texts, list) else []:
            try:
                keys.append(VerifierKey(text))
            except (ValueError, AttributeError) as error:
                self.say(0, "a verifier key of the archive cannot be read: %s" % error)
        return keys

    def line(self, number, raw, digest):
        try:
            text = raw.decode("utf-8")
            value = self.reader.decode(text)
            ((kind, record),) = value.items()
            section = SECTIONS.index(kind)
            if not isinstance(record, dict):
                raise ValueError("it is not a record")
        except (ValueError, AttributeError, RecursionError):
            self.whole("line %d cannot be read" % number)
            return
        if not text.endswith("\n"):
            self.whole("line %d is cut off" % number)
        if section < self.section:
            self.whole("line %d, %s, stands after later parts" % (number, kind))
        self.section = max(section, self.section)
        try:
            if section == 0:
                self.entry(raw, record)
            elif section == 1:
                self.checkpoint(record)
            elif section == 2:
                self.cosignature(record)
            else:
                self.end(record, digest)
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            self.whole("line %d, %s, does not have the form it must have" % (number, kind))

    # Entries

    def entry(self, raw, record):
        header, commitment = record["header"], record["commitment"]
        if len(record) > 4:
            self.say(self.tree.size, "it has fields that no hash covers")
        if not isinstance(header, dict) or not isinstance(commitment, str) or not HEX32(commitment):
            raise ValueError("no header or commitment")
        found = self.tree.size
        form = canonical(header).encode("utf-8") if not self.plain(header) else PLAIN(header).encode("utf-8")
        commitment = bytes.fromhex(commitment)
        self.tree.append(sha256(form + commitment).digest())
        seq = header.get("seq")
        if seq != self.expected or type(seq) is not int:
            self.say(self.expected, "entry %d was expected here, entry %s stands here" % (self.expected, seq))
        seq = seq if is_count(seq) else self.expected
        self.expected = seq + 1
        if not raw.startswith(b'{"entry":{"header":' + form + b',"commitment":"'):
            self.say(seq, "its header is not in canonical form")
        self.order(seq, found, header)
        self.content(seq, header, commitment, record["salt"], record["content"])

    def plain(self, header):
        """Whether the header has the fields and types of one; only then may the quick form be used."""
        names = header.keys()
        fine = names == HEADER_FIELDS or (names - HEADER_FIELDS == {"replaces"} and HEADER_FIELDS <= names)
        if (
            fine
            and type(header["label"]) is int
            and is_count(header["seq"])
            and type(header["version"]) is int
            and isinstance(header["kind"], str)
            and isinstance(header["recordedAt"], str)
            and all(isinstance(header.get(name, ""), str) for name in ("id", "subject", "replaces"))
            and -(2**53) < header["label"] < 2**53
            and -(2**53) < header["version"] < 2**53
        ):
            return True
        self.say(self.tree.size, "its header does not have the fields of one")
        return False

    def order(self, seq, found, header):
        entry_id, kind, subject = header.get("id"), header.get("kind"), header.get("subject")
        recorded, replaces = header.get("recordedAt"), header.get("replaces")
        if not all(isinstance(text, str) for text in (entry_id, kind, subject, recorded)):
            # Said already; its place in the arrays must be taken all the same.
            entry_id, kind, subject, recorded = "", "", "", self.last_recorded
        elif not UUID(entry_id) or not UUID(subject) or not MOMENT(recorded):
            self.say(seq, "its id, subject or time does not have the form of one")
        if recorded < self.last_recorded:
            self.say(seq, "it was recorded before the entry before it")
        self.last_recorded = recorded
        kind = self.kinds.setdefault(kind, len(self.kinds))
        subject = self.subjects.setdefault(subject, len(self.subjects))
        self.kind_of.append(kind)
        self.subject_of.append(subject)
        if replaces is not None:
            earlier = self.position.get(named(header, replaces))
            if earlier is None:
                self.say(seq, "it replaces an entry that does not stand before it")
            elif self.subject_of[earlier] != subject or (
                self.kind_of[earlier] != kind and header.get("kind") != "entry.withdrawn"
            ):
                self.say(seq, "it replaces an entry of another kind or subject")
        if self.position.setdefault(named(header, entry_id), found) != found:
            self.say(seq, "its id is that of an earlier entry")

    def content(self, seq, header, commitment, salt, content):
        if salt is None and content is None:
            self.emptied[named(header, header.get("id"))] = seq
            return
        if salt is None or content is None:
            self.say(seq, "of its content and salt only one is there")
            return
        if not isinstance(salt, str) or not HEX(salt) or not isinstance(content, str):
            self.say(seq, "its salt or content is not a text of its form")
            return
        try:
            encoded = content.encode("utf-8")
            value = self.reader.canonical_object(content)
        except (ValueError, RecursionError):
            encoded, value = content.encode("utf-8", "replace"), None
        if sha256(bytes.fromhex(salt) + encoded).digest() != commitment:
            self.say(seq, "its content does not hash to its commitment")
        if value is None:
            self.say(seq, "its content is not in canonical form")
        elif header.get("kind") == "entry.purged":
            self.purge(seq, header, value)

    def purge(self, seq, header, content):
        body = content.get("body")
        purged = named(header, body.get("purges") if isinstance(body, dict) else None)
        if purged not in self.position:
            self.say(seq, "it purges an entry that does not stand before it")
        else:
            self.purges[purged] = seq

    # Proofs

    def checkpoint(self, record):
        text = record["note"]
        if not isinstance(text, str) or not isinstance(record["at"], str):
            raise ValueError("no note or no time")
        self.checkpoints += 1
        try:
            note = Note(text)
        except ValueError as error:
            self.whole("checkpoint %d cannot be read: %s" % (self.checkpoints, error))
            return
        if note.origin != self.origin:
            self.say(note.size, "a checkpoint of %d entries is of another ledger" % note.size)
        if note.size < self.largest_signed:
            self.say(note.size, "a checkpoint of %d entries was made after a larger one" % note.size)
        self.largest_signed = max(self.largest_signed, note.size)
        if not self.signed(note):
            self.say(note.size, "the signature of a checkpoint of %d entries does not hold" % note.size)
        elif self.compare(note.size, note.root, "the checkpoint was signed over"):
            self.signed_size = max(self.signed_size, note.size)

    def signed(self, note):
        """One key's signature must hold, and none of a known key may be false."""
        held = False
        for name, key_id, signature in note.signatures:
            for key in self.keys:
                if key.name == name and key.id == key_id:
                    if not self.verdicts.holds(key, note.text, signature):
                        return False
                    held = held or key.type == LOG
        return held

    def compare(self, size, root, seen):
        if size > self.tree.size:
            self.whole("%d entries are those that %s; only %d are here" % (size, seen, self.tree.size))
        elif self.tree.root(size) != root:
            self.say(size, "the first %d entries are not those that %s" % (size, seen))
        else:
            return True
        return False

    def cosignature(self, record):
        witness, size, root, line = record["witness"], record["size"], record["root"], record["line"]
        if not isinstance(witness, str) or not is_count(size) or not HEX32(root) or not isinstance(record["at"], str):
            raise ValueError("a field is wrong")
        root = bytes.fromhex(root)
        self.compare(size, root, "witness %s cosigned" % witness)
        text = "%s\n%d\n%s\n" % (self.origin, size, base64.b64encode(root).decode("ascii"))
        for name, key_id, signature in [signature_line(each) for each in line.rstrip("\n").split("\n")]:
            for key in self.keys + self.witness_keys:
                if key.type != COSIGNATURE or (key.name, key.id) != (name, key_id):
                    continue
                if not self.verdicts.holds(key, text, signature):
                    self.say(size, "the cosignature of %s over %d entries does not hold" % (witness, size))

    def end(self, record, digest):
        if not is_count(record["entries"]):
            raise ValueError("no number of entries")
        self.head = record["entries"]
        if self.head != self.tree.size:
            self.whole("the end line says %d entries; %d are here" % (self.head, self.tree.size))
        if record["root"] != self.tree.root(self.tree.size).hex():
            self.whole("the end line's root is not that of the entries here")
        if record["sha256"] != digest.hexdigest():
            self.whole("the end line's SHA-256 is not that of the file")

    def finish(self):
        for entry_id, seq in self.emptied.items():
            if self.purges.get(entry_id, -1) <= seq:
                self.say(seq, "its content is gone, and no later purge says so")
        for entry_id, by in self.purges.items():
            if entry_id not in self.emptied:
                self.say(by, "it purges an entry whose content is still there")
        if self.given_keys and any(key.type == LOG for key in self.given_keys) and self.tree.size > 0:
            if self.checkpoints == 0:
                self.whole("no checkpoint of the given key stands in the archive")

    def witnessed(self, path, notes):
        ours = [note for note in notes if note.origin == self.origin]
        if notes and not ours:
            self.whole("the witness's file %s speaks of other ledgers only" % path)
        for note in ours:
            if self.witness_keys and not self.cosigned(note):
                self.say(note.size, "a checkpoint in %s carries no cosignature of the given witness" % path)
            self.compare(note.size, note.root, "the witness saw")

    def cosigned(self, note):
        return any(
            (key.name, key.id) == (name, key_id) and self.verdicts.holds(key, note.text, signature)
            for name, key_id, signature in note.signatures
            for key in self.witness_keys
        )

    def report(self):
        self.problems.sort(key=lambda problem: problem["seq"])
        return {
            "ok": not self.problems,
            "entries": self.tree.size,
            "head": self.tree.size if self.head is None else self.head,
            "root": self.tree.root(self.tree.size).hex(),
            "problems": self.problems,
            "checkpoints": self.checkpoints,
            "signedEntries": self.signed_size,
            "emptied": len(self.emptied),
            "keys": "given" if self.given_keys else "the archive's own",
        }


def witness_notes(path):
    """The checkpoints of a witness's file: notes, each followed by a line `---`."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read().replace("\r\n", "\n")
    except (OSError, ValueError) as error:
        raise Unreadable("The witness's file %s cannot be read: %s" % (path, error)) from error
    pieces = [piece.lstrip("\n") for piece in re.split(r"(?m)^---$\n?", text)]
    notes = []
    for piece in pieces:
        if not piece.strip():
            continue
        try:
            notes.append(Note(piece if piece.endswith("\n") else piece + "\n"))
        except ValueError as error:
            problem = "Checkpoint %d of the witness's file %s cannot be read: %s" % (len(notes) + 1, path, error)
            raise Unreadable(problem) from error
    return notes


def given_keys(texts, kind=None):
    """The keys the caller trusts; of one kind only where it is given."""
    keys = []
    for text in texts:
        try:
            key = VerifierKey(text)
            if kind is not None and key.type != kind:
                raise ValueError("it is not a witness's")
            keys.append(key)
        except ValueError as error:
            raise Unreadable("%r is not a verifier key: %s" % (text, error)) from error
    return keys


def human(report):
    lines = ["%d entries, root %s" % (report["entries"], report["root"])]
    lines.append(
        "%d checkpoints, checked against %s keys, cover the first %d entries; %d entries are emptied"
        % (report["checkpoints"], report["keys"], report["signedEntries"], report["emptied"])
    )
    lines += ["entry %d: %s" % (problem["seq"], problem["problem"]) for problem in report["problems"]]
    if len(report["problems"]) == MOST_PROBLEMS:
        lines.append("There may be more; the first %d found are shown." % MOST_PROBLEMS)
    lines.append("Everything holds." if report["ok"] else "The ledger does NOT hold.")
    return "\n".join(lines)


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Verifies an exported Joint Docket ledger.")
    parser.add_argument("archive", help="the file that `jd export` wrote")
    parser.add_argument("--key", action="append", default=[], help="trust this verifier key instead of the archive's")
    parser.add_argument("--witness", action="append", default=[], help="a witness's checkpoints.txt")
    parser.add_argument("--witness-key", action="append", default=[], help="the verifier key of a witness, for its files")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    try:
        archive = Archive(given_keys(options.key), given_keys(options.witness_key, COSIGNATURE))
        notes = [(path, witness_notes(path)) for path in options.witness]
        archive.read(options.archive)
        for path, seen in notes:
            archive.witnessed(path, seen)
    except (OSError, Unreadable) as error:
        problem = str(error)
        if options.json:
            empty = {"ok": False, "entries": 0, "head": 0, "root": sha256().hexdigest()}
            print(json.dumps({**empty, "problems": [{"seq": 0, "problem": problem}]}))
        else:
            print(problem, file=sys.stderr)
        return 2
    report = archive.report()
    print(json.dumps(report, ensure_ascii=False) if options.json else human(report))
    return 0 if report["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
