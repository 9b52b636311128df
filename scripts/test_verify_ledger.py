"""Builds ledgers in Python, tampers with them, and expects the verifier to notice: python3 -m unittest test_verify_ledger"""

import base64
import contextlib
import hashlib
import io
import json
import os
import struct
import sys
import tempfile
import unittest
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verify_ledger as verifier  # noqa: E402

LEDGER = "5b1f7a52-0c67-4b63-9a3e-0d3f6c1b7e11"
ORIGIN = "joint-docket/" + LEDGER


def dumps(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def root_of(leaves):
    """MTH of RFC 9162, word for word."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\1" + root_of(leaves[:split]) + root_of(leaves[split:])).digest()


class Signer:
    """Ed25519 signing as RFC 8032 describes it."""

    base = verifier.Multiples(verifier.BASE)

    def __init__(self, name, seed, kind=1):
        digest = hashlib.sha512(seed).digest()
        self.name, self.kind, self.prefix = name, kind, digest[32:]
        self.secret = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
        self.public = self.encoded(self.secret)
        self.id = hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + self.public).digest()[:4]

    def encoded(self, number):
        x, y, z, _ = self.base.times(number)
        inverse = pow(z, verifier.P - 2, verifier.P)
        value = (y * inverse % verifier.P) | ((x * inverse % verifier.P & 1) << 255)
        return value.to_bytes(32, "little")

    def raw(self, message):
        r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % verifier.L
        start = self.encoded(r)
        h = int.from_bytes(hashlib.sha512(start + self.public + message).digest(), "little") % verifier.L
        return start + ((r + h * self.secret) % verifier.L).to_bytes(32, "little")

    def line(self, text, time=None):
        message = text.encode()
        if time is None:
            signature = self.raw(message)
        else:
            signature = time.to_bytes(8, "big") + self.raw(b"cosignature/v1\ntime %d\n" % time + message)
        return "\u2014 %s %s" % (self.name, base64.b64encode(self.id + signature).decode())

    def verifier_key(self):
        key = base64.b64encode(bytes([self.kind]) + self.public).decode()
        return "%s+%s+%s" % (self.name, self.id.hex(), key)


LOG = Signer(ORIGIN, b"1" * 32)
FORGER = Signer(ORIGIN, b"2" * 32)
WITNESS = Signer("witness.example/field-office", b"3" * 32, 4)


class Ledger:
    """A ledger of eleven entries whose parts a test may change before it is written."""

    def __init__(self, count=11, every=4):
        self.signer, self.keys = LOG, [LOG.verifier_key()]
        self.entries = [self.entry(seq) for seq in range(count)]
        self.sizes = list(range(every, count, every)) + [count]
        self.notes, self.cosignatures = None, []

    def entry(self, seq, kind="arrest.made", subject=None, replaces=None, body=None):
        name = lambda what: str(uuid.uuid5(uuid.UUID(LEDGER), what))  # noqa: E731
        header = {
            "id": name("entry %d" % seq),
            "kind": kind,
            "label": 1,
            "recordedAt": "2026-11-24T08:%02d:%02d.%06dZ" % (seq // 60, seq % 60, seq),
            "seq": seq,
            "subject": subject or name("subject %d" % (seq % 3)),
            "version": 1,
        }
        if replaces:
            header["replaces"] = replaces
        content = {"actor": "a", "agency": "hsi", "body": body or {"count": seq, "district": "Texas, Río Grande \U0001f600"}}
        entry = {"header": header, "salt": hashlib.sha256(b"salt %d" % seq).hexdigest(), "content": dumps(content)}
        return self.seal(entry)

    @staticmethod
    def seal(entry):
        salted = bytes.fromhex(entry["salt"]) + entry["content"].encode()
        entry["commitment"] = hashlib.sha256(salted).hexdigest()
        return entry

    def leaves(self):
        return [
            hashlib.sha256(dumps(entry["header"]).encode() + bytes.fromhex(entry["commitment"])).digest()
            for entry in self.entries
        ]

    def text(self, size, leaves=None):
        root = base64.b64encode(root_of((leaves or self.leaves())[:size])).decode()
        return "%s\n%d\n%s\n" % (ORIGIN, size, root)

    def note(self, size):
        text = self.text(size)
        return "%s\n%s\n" % (text, self.signer.line(text))

    def sign(self):
        self.notes = [self.note(size) for size in self.sizes]
        return self

    def empty(self, seq):
        self.entries[seq].update(salt=None, content=None)

    def purge(self, seq):
        target = self.entries[seq]["header"]
        body = {"authority": "26 CR 1, order of 2026-11-01", "purges": target["id"]}
        self.entries.append(self.entry(len(self.entries), "entry.purged", target["subject"], body=body))
        self.sizes.append(len(self.entries))

    def cosign(self, size):
        text = self.text(size)
        root = root_of(self.leaves()[:size]).hex()
        line = WITNESS.line(text, 1795500000)
        self.cosignatures.append({"witness": WITNESS.name, "size": size, "root": root, "line": line, "at": "x"})

    def lines(self):
        if self.notes is None:
            self.sign()
        first = {"archive": "joint-docket-ledger", "format": 1, "ledger": LEDGER, "origin": ORIGIN}
        first.update(labels={"1": ["open"]}, verifierKeys=self.keys, exportedAt="2026-11-24T09:00:00.000Z")
        lines = [json.dumps(first)]
        for entry in self.entries:
            parts = [json.dumps(entry[name], ensure_ascii=False) for name in ("commitment", "salt", "content")]
            form = '{"entry":{"header":%s,"commitment":%s,"salt":%s,"content":%s}}'
            lines.append(form % (entry.get("raw header") or dumps(entry["header"]), *parts))
        lines += [json.dumps({"checkpoint": {"note": note, "at": "x"}}) for note in self.notes]
        lines += [json.dumps({"cosignature": cosignature}) for cosignature in self.cosignatures]
        return lines

    def bytes(self):
        body = "".join(line + "\n" for line in self.lines()).encode()
        end = {"entries": len(self.entries), "root": root_of(self.leaves()).hex()}
        end["sha256"] = hashlib.sha256(body).hexdigest()
        return body + json.dumps({"end": end}).encode() + b"\n"


class VerifierCase(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)

    def file(self, name, content):
        path = os.path.join(self.directory.name, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def verify(self, archive, *options):
        content = archive if isinstance(archive, bytes) else archive.bytes()
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            status = verifier.main([self.file("ledger.jsonl", content), "--json", *options])
        return status, json.loads(printed.getvalue())

    def assert_holds(self, archive, *options):
        status, report = self.verify(archive, *options)
        self.assertEqual(report["problems"], [])
        self.assertEqual((status, report["ok"]), (0, True))
        return report

    def assert_problem(self, archive, words, *options, seq=None):
        status, report = self.verify(archive, *options)
        self.assertEqual((status, report["ok"]), (1, False))
        found = [problem for problem in report["problems"] if words in problem["problem"]]
        self.assertTrue(found, report["problems"])
        if seq is not None:
            self.assertIn(seq, [problem["seq"] for problem in found])

    def witness_file(self, *notes):
        return self.file("checkpoints.txt", "".join(note + "---\n" for note in notes))


class Whole(VerifierCase):
    def test_an_untouched_ledger_holds(self):
        for count in (0, 1, 2, 3, 7, 8, 9, 64, 130):
            ledger = Ledger(count, 5)
            report = self.assert_holds(ledger)
            self.assertEqual((report["entries"], report["head"]), (count, count))
            self.assertEqual(report["root"], root_of(ledger.leaves()).hex())

    def test_a_correction_holds(self):
        ledger = Ledger()
        first = ledger.entries[3]["header"]
        ledger.entries.append(ledger.entry(11, first["kind"], first["subject"], first["id"]))
        self.assert_holds(ledger)

    def test_the_given_key_and_the_witness_agree(self):
        ledger = Ledger().sign()
        ledger.cosign(8)
        keys = ("--key", LOG.verifier_key(), "--key", WITNESS.verifier_key())
        self.assert_holds(ledger, *keys, "--witness", self.witness_file(*ledger.notes))

    def test_a_lawfully_emptied_entry_is_accepted(self):
        ledger = Ledger()
        ledger.purge(4)
        ledger.sign()
        ledger.empty(4)
        self.assertEqual(self.assert_holds(ledger)["emptied"], 1)

    def test_plain_text_says_what_was_checked(self):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = verifier.main([self.file("ledger.jsonl", Ledger().bytes())])
        self.assertEqual(status, 0)
        self.assertIn("Everything holds.", printed.getvalue())


class Tampered(VerifierCase):
    def changed(self, change):
        """A ledger that was signed and then changed, its end line made to fit."""
        ledger = Ledger().sign()
        change(ledger)
        return ledger

    def test_an_edited_content(self):
        def edit(ledger):
            ledger.entries[5]["content"] = ledger.entries[5]["content"].replace("Texas", "Nevada")

        self.assert_problem(self.changed(edit), "does not hash to its commitment", seq=5)

    def test_an_edited_content_with_a_commitment_made_to_fit(self):
        def edit(ledger):
            ledger.entries[5]["content"] = ledger.entries[5]["content"].replace("Texas", "Nevada")
            ledger.seal(ledger.entries[5])

        self.assert_problem(self.changed(edit), "not those that the checkpoint was signed over", seq=8)

    def test_an_edited_header(self):
        self.assert_problem(self.changed(lambda ledger: ledger.entries[2]["header"].update(label=2)), "signed over")

    def test_a_deleted_entry(self):
        self.assert_problem(self.changed(lambda ledger: ledger.entries.pop(4)), "entry 4 was expected", seq=4)

    def test_a_deleted_entry_with_the_rest_renumbered(self):
        def delete(ledger):
            ledger.entries.pop(4)
            for seq, entry in enumerate(ledger.entries):
                entry["header"]["seq"] = seq

        self.assert_problem(self.changed(delete), "signed over")

    def test_swapped_entries(self):
        def swap(ledger):
            ledger.entries[4], ledger.entries[5] = ledger.entries[5], ledger.entries[4]

        self.assert_problem(self.changed(swap), "was expected here", seq=4)
        self.assert_problem(self.changed(swap), "before the entry before it")

    def test_an_inserted_entry(self):
        def insert(ledger):
            ledger.entries.insert(4, ledger.entry(4, body={"count": 99}))

        self.assert_problem(self.changed(insert), "was expected here")
        self.assert_problem(self.changed(insert), "id is that of an earlier entry")

    def test_a_cut_tail_that_the_checkpoints_remember(self):
        self.assert_problem(self.changed(lambda ledger: ledger.entries.pop()), "only 10 are here", seq=10)

    def test_a_cut_tail_that_only_the_witness_remembers(self):
        whole = Ledger().sign()
        cut = Ledger()
        cut.entries.pop()
        cut.sizes = [4, 8, 10]
        self.assert_holds(cut)
        seen = self.witness_file(*whole.notes)
        self.assert_problem(cut, "those that the witness saw; only 10 are here", "--witness", seen, seq=10)

    def test_a_rewritten_ledger_that_only_the_witness_remembers(self):
        whole = Ledger().sign()
        ledger = Ledger()
        ledger.entries[1] = ledger.entry(1, body={"count": 0})
        self.assert_holds(ledger)
        seen = self.witness_file(*whole.notes)
        self.assert_problem(ledger, "not those that the witness saw", "--witness", seen, seq=4)

    def test_a_witness_file_is_held_against_the_witness_key_where_one_is_given(self):
        ledger = Ledger().sign()
        cosigned = [note + WITNESS.line(note[: note.rindex("\n\n") + 1], 1795500000) + "\n" for note in ledger.notes]
        key = ("--witness-key", WITNESS.verifier_key())
        self.assert_holds(ledger, *key, "--witness", self.witness_file(*cosigned))
        unsigned = self.witness_file(cosigned[0], ledger.notes[1])
        self.assert_holds(ledger, "--witness", unsigned)
        self.assert_problem(ledger, "carries no cosignature of the given witness", *key, "--witness", unsigned, seq=8)
        line = WITNESS.line(ledger.text(4), 1795500000)
        false = self.witness_file(ledger.notes[1] + line + "\n")
        self.assert_problem(ledger, "carries no cosignature of the given witness", *key, "--witness", false, seq=8)
        self.assertEqual(self.verify(ledger, "--witness-key", LOG.verifier_key())[0], 2)
        ledger.cosign(8)
        self.assert_holds(ledger, *key)
        ledger.cosignatures[0]["line"] = line
        self.assert_problem(ledger, "cosignature of", *key, seq=8)

    def test_a_field_that_no_hash_covers(self):
        ledger = Ledger().sign()
        lines = ledger.lines()
        lines[4] = lines[4][:-2] + ',"comment":"added"}}'
        body = "".join(line + "\n" for line in lines).encode()
        end = {"entries": 11, "root": root_of(ledger.leaves()).hex(), "sha256": hashlib.sha256(body).hexdigest()}
        archive = body + json.dumps({"end": end}).encode() + b"\n"
        self.assert_problem(archive, "fields that no hash covers", seq=3)

    def test_a_witness_of_another_ledger(self):
        other = Ledger().sign().notes[0].replace(LEDGER, LEDGER[::-1])
        self.assert_problem(Ledger(), "other ledgers only", "--witness", self.witness_file(other))

    def test_signed_again_with_another_key(self):
        def resign(ledger):
            ledger.signer = FORGER
            ledger.sign()

        self.assert_problem(self.changed(resign), "signature of a checkpoint of 4 entries does not hold", seq=4)

    def test_signed_again_with_another_key_that_the_archive_names(self):
        ledger = Ledger()
        ledger.signer, ledger.keys = FORGER, [FORGER.verifier_key()]
        self.assert_holds(ledger)
        self.assert_problem(ledger, "does not hold", "--key", LOG.verifier_key())

    def test_a_replaced_checkpoint(self):
        def replace(ledger):
            text = ledger.text(8, Ledger(11).leaves()[::-1])
            ledger.notes[1] = "%s\n%s\n" % (text, LOG.line(text))

        self.assert_problem(self.changed(replace), "not those that the checkpoint was signed over", seq=8)

    def test_a_checkpoint_with_a_changed_size(self):
        def replace(ledger):
            ledger.notes[1] = ledger.notes[1].replace("\n8\n", "\n7\n")

        self.assert_problem(self.changed(replace), "does not hold", seq=7)

    def test_a_removed_checkpoint_when_a_key_is_given(self):
        ledger = self.changed(lambda ledger: ledger.notes.clear())
        self.assert_problem(ledger, "no checkpoint", "--key", LOG.verifier_key())

    def test_a_false_cosignature(self):
        ledger = Ledger().sign()
        ledger.cosign(8)
        ledger.cosignatures[0]["line"] = WITNESS.line(ledger.text(4), 1795500000)
        self.assert_problem(ledger, "cosignature of", "--key", LOG.verifier_key(), "--key", WITNESS.verifier_key())

    def test_a_cosigned_root_that_is_not_here(self):
        ledger = Ledger().sign()
        ledger.cosign(8)
        ledger.cosignatures[0]["root"] = "00" * 32
        self.assert_problem(ledger, "witness.example/field-office cosigned", seq=8)

    def test_an_emptying_without_a_purge(self):
        self.assert_problem(self.changed(lambda ledger: ledger.empty(4)), "no later purge says so", seq=4)

    def test_an_emptying_by_a_purge_of_another_entry(self):
        ledger = Ledger()
        ledger.purge(4)
        ledger.sign()
        ledger.empty(5)
        self.assert_problem(ledger, "no later purge says so", seq=5)
        self.assert_problem(ledger, "whose content is still there", seq=11)

    def test_an_emptied_purge_excuses_nothing(self):
        ledger = Ledger()
        ledger.purge(4)
        ledger.sign()
        ledger.empty(4)
        ledger.empty(11)
        self.assert_problem(ledger, "no later purge says so", seq=4)

    def test_a_salt_gone_alone(self):
        self.assert_problem(self.changed(lambda ledger: ledger.entries[4].update(salt=None)), "only one is there", seq=4)

    def test_content_out_of_canonical_form(self):
        for text in ('{"b":1,"a":2}', '{"a": 1}', '{"a":1.0}', '{"a":1,"a":1}', '{"a":"\\u00e9"}', '{"a":-0}', "[]", "{"):
            ledger = Ledger()
            ledger.entries[3]["content"] = text
            ledger.seal(ledger.entries[3])
            self.assert_problem(ledger, "content is not in canonical form", seq=3)

    def test_a_header_out_of_canonical_form(self):
        ledger = Ledger()
        ledger.entries[3]["raw header"] = json.dumps(ledger.entries[3]["header"], sort_keys=True)
        self.assert_problem(ledger, "header is not in canonical form", seq=3)

    def test_a_header_with_a_field_too_many(self):
        ledger = Ledger()
        ledger.entries[3]["header"]["also"] = 1
        self.assert_problem(ledger, "does not have the fields", seq=3)

    def test_a_correction_of_another_kind_subject_or_of_nothing(self):
        first = Ledger().entries[3]["header"]
        for kind, subject, replaces, words in (
            ("charge.filed", first["subject"], first["id"], "another kind or subject"),
            (first["kind"], LEDGER, first["id"], "another kind or subject"),
            (first["kind"], first["subject"], LEDGER, "does not stand before it"),
        ):
            ledger = Ledger()
            ledger.entries.append(ledger.entry(11, kind, subject, replaces))
            self.assert_problem(ledger, words, seq=11)


class Damaged(VerifierCase):
    def test_a_file_cut_off_anywhere_never_holds(self):
        whole = Ledger(3).bytes()
        first = whole.index(b"\n") + 1
        for length in range(first, len(whole) - 1, 7):
            status, report = self.verify(whole[:length])
            self.assertEqual((status, report["ok"]), (1, False), length)

    def test_a_flipped_byte_anywhere_never_holds(self):
        whole = Ledger(3).bytes()
        for place in range(0, len(whole) - 1, 11):
            damaged = bytearray(whole)
            damaged[place] ^= 1
            self.assertNotEqual(self.verify(bytes(damaged))[0], 0, place)

    def test_text_after_the_end(self):
        self.assert_problem(Ledger().bytes() + b"{}\n", "stands after the end")

    def test_garbage_among_the_lines(self):
        lines = Ledger().bytes().split(b"\n")
        for garbage in (b"\xff\xfe", b"null", b"{}", b'{"entry":[]}', b'{"entry":{}}', b"[" * 100000, b'{"end":{"entries":"1"}}'):
            self.assert_problem(b"\n".join(lines[:3] + [garbage] + lines[3:]), "line 4")

    def test_garbage_from_the_start_cannot_be_read(self):
        for garbage in (b"", b"\x00\x01", b"{}\n", b"[1]\n", b'{"archive":"joint-docket-ledger","format":2}\n'):
            status, report = self.verify(garbage)
            self.assertEqual((status, report["ok"]), (2, False))

    def test_a_missing_file_key_or_witness_cannot_be_read(self):
        missing = os.path.join(self.directory.name, "missing")
        with contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(verifier.main([missing]), 2)
        self.assertEqual(self.verify(Ledger(), "--key", "nonsense")[0], 2)
        self.assertEqual(self.verify(Ledger(), "--witness", missing)[0], 2)
        self.assertEqual(self.verify(Ledger(), "--witness", self.file("w", "nonsense\n---\n"))[0], 2)


class Foundations(unittest.TestCase):
    def test_signatures_of_rfc_8032(self):
        for key, message, signature in (
            (
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                "d25bf5f0595bbe24655141438e7a100b",
            ),
            (
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                "387b2eaeb4302aeeb00d291612bb0c00",
            ),
        ):
            held = verifier.Ed25519Key(bytes.fromhex(key))
            message, signature = bytes.fromhex(message), bytes.fromhex(signature)
            self.assertTrue(held.verifies(signature, message))
            self.assertFalse(held.verifies(signature, message + b"\0"))
            for place in (0, 31, 32, 63):
                broken = bytearray(signature)
                broken[place] ^= 1
                self.assertFalse(held.verifies(bytes(broken), message))
            grown = int.from_bytes(signature[32:], "little") + verifier.L
            self.assertFalse(held.verifies(signature[:32] + grown.to_bytes(32, "little"), message))

    def test_numbers_of_rfc_8785(self):
        for bits, text in (
            ("0000000000000000", "0"),
            ("8000000000000000", "0"),
            ("0000000000000001", "5e-324"),
            ("7fefffffffffffff", "1.7976931348623157e+308"),
            ("4340000000000000", "9007199254740992"),
            ("4430000000000000", "295147905179352830000"),
            ("44b52d02c7e14af5", "9.999999999999997e+22"),
            ("44b52d02c7e14af6", "1e+23"),
            ("444b1ae4d6e2ef4e", "999999999999999700000"),
            ("444b1ae4d6e2ef50", "1e+21"),
            ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
            ("3eb0c6f7a0b5ed8d", "0.000001"),
            ("41b3de4355555553", "333333333.3333332"),
            ("becbf647612f3696", "-0.0000033333333333333333"),
        ):
            self.assertEqual(verifier.number_text(struct.unpack(">d", bytes.fromhex(bits))[0]), text)

    def test_members_are_ordered_by_utf_16(self):
        self.assertEqual(verifier.canonical({"\ufb33": 1, "\U0001f600": 2}), '{"\U0001f600":2,"\ufb33":1}')
        reader = verifier.Reader()
        self.assertIsNone(reader.canonical_object('{"\ufb33":1,"\U0001f600":2}'))
        self.assertIsNotNone(reader.canonical_object('{"\U0001f600":2,"\ufb33":1}'))


if __name__ == "__main__":
    unittest.main()
