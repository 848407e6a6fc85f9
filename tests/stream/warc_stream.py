#!/usr/bin/env python3
"""Stream a web archive of any size through `extract`: warc_stream.py WHOSAID MEBIBYTES [MEMORY_LIMIT_MIB]

The archive is made on the way, from the test pages, each record a gzip member of its own, and is never whole anywhere. Fails
when a record is lost or out of order, or when the program takes more memory than the limit.
"""
import gzip
import json
import os
import resource
import subprocess
import sys
import threading

PAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "html", "pages")


def records(limit, sent):
    names = sorted(name for name in os.listdir(PAGES) if name.endswith(".html"))
    pages = [open(os.path.join(PAGES, name), "rb").read() for name in names]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    size = number = 0
    while size < limit:
        body = head + pages[number % len(pages)]
        record = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:page:{number}>\r\nWARC-Target-URI: https://post.example/{number}\r\n"
                  f"Content-Length: {len(body)}\r\n\r\n").encode() + body + b"\r\n\r\n"
        size += len(record)
        number += 1
        sent[0] = number
        yield gzip.compress(record, 1)


def main():
    program, limit = sys.argv[1], int(sys.argv[2]) << 20
    memory = int(sys.argv[3]) if len(sys.argv) > 3 else 150
    if os.environ.get("WHOSAID_SANITIZED") == "yes":  # a sanitizer keeps what was given back
        memory *= 8
    child = subprocess.Popen([program, "extract", "--input", "warc", "--quiet", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    sent = [0]

    def feed():
        for record in records(limit, sent):
            child.stdin.write(record)
        child.stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    got, wrong = 0, 0
    for line in child.stdout:
        table = json.loads(line)
        wrong += table["document"]["id"] != f"urn:page:{got}" or "error" in table
        got += 1
    feeder.join()
    status = child.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"{limit >> 20} MiB of records: {got} of {sent[0]} documents, {wrong} wrong, exit status {status}, {used} MiB of memory")
    return status != 0 or got != sent[0] or wrong > 0 or used > memory


sys.exit(main())
