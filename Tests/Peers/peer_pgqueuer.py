"""pgqueuer: asyncpg on uvloop, one direct connection a worker, autovacuum set as its tuning guide says.

`batch_size` bounds a dequeue and the buffer of finished jobs; the guide raises it for short jobs.  Tried on two cores:
batches of 10 (the default), 50, 100, 250, 500 and 1000, a connection and a pool, and one and two processes.
The durability stays `durable`, the log of finished jobs is kept, and its rollup runs at the default interval.
"""

import json
from datetime import timedelta

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries

DISTRIBUTION = "pgqueuer"
BATCH = 100
SETTINGS = f"asyncpg, uvloop, batch_size {BATCH}"
UNFINISHED = "select count(*) from pgqueuer"
FINISHED = "select count(distinct job_id) from pgqueuer_log where status = 'successful'"
TABLES = "pgqueuer"


async def install(url):
    connection = await asyncpg.connect(url)
    queries = Queries(AsyncpgDriver(connection))
    await queries.install()
    await queries.optimize_autovacuum()
    await connection.close()


async def fill(url, numbers):
    connection = await asyncpg.connect(url)
    queries = Queries(AsyncpgDriver(connection))
    for start in range(0, len(numbers), 1000):
        part = numbers[start : start + 1000]
        await queries.enqueue(["noop"] * len(part), [payload(n) for n in part], [0] * len(part))
    await connection.close()


async def work(url, note, ready):
    connection = await asyncpg.connect(url)
    worker = PgQueuer(AsyncpgDriver(connection))

    @worker.entrypoint("noop")
    async def handle(job):
        note(json.loads(job.payload)["n"])

    ready()
    await worker.run(batch_size=BATCH, dequeue_timeout=timedelta(seconds=30))


def payload(n):
    return json.dumps({"n": n}).encode()


class Enqueuer:
    """Enqueues single jobs, each in a transaction of its own, on a connection a client."""

    async def open(self, url, clients):
        self.connections = [await asyncpg.connect(url) for _ in range(clients)]
        self.queries = [Queries(AsyncpgDriver(connection)) for connection in self.connections]

    async def enqueue(self, client, n):
        await self.queries[client].enqueue("noop", payload(n))

    async def close(self):
        for connection in self.connections:
            await connection.close()
