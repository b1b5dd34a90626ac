"""The peers by name, and what each module offers.

DISTRIBUTION           the name pip knows
SETTINGS               what it runs with, in a line
UNFINISHED, FINISHED   statements that count its jobs
TABLES                 tables to vacuum and analyse after filling, None for the whole database
install(url)           makes its schema
fill(url, numbers)     enqueues a job {"n": number} for each, with its bulk call
work(url, note, ready) runs a worker for ever; its handler decodes the args and calls note(n); ready() once it is set up
Enqueuer               open(url, clients), enqueue(client, n) as a transaction of its own, close()
"""

import importlib

PEERS = ["procrastinate", "pgqueuer", "oban", "awa"]


def module(name):
    return importlib.import_module(f"peer_{name}")
