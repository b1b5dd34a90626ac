"""awa-pg: a Rust core with an asynchronous Python handler, on its queue storage."""

import asyncio
from dataclasses import dataclass

from awa import AsyncClient

DISTRIBUTION = "awa-pg"
WORKERS = 200
SETTINGS = f"queue storage, {WORKERS} workers"
UNFINISHED = "select count(*) from awa.jobs where state not in ('completed', 'failed', 'cancelled')"
FINISHED = "select count(*) from awa.jobs where state = 'completed'"
TABLES = None


@dataclass
class Noop:
    n: int


async def install(url):
    client = AsyncClient(url)
    await client.migrate()
    await client.install_queue_storage()
    await client.close()


async def fill(url, numbers):
    client = AsyncClient(url)
    for start in range(0, len(numbers), 1000):
        await client.enqueue_many_copy([Noop(n) for n in numbers[start : start + 1000]], queue="bench")
    await client.close()


async def work(url, note, ready):
    client = AsyncClient(url, max_connections=20)

    @client.task(Noop, queue="bench")
    async def handle(job):
        note(job.args.n)

    ready()
    await client.start([("bench", WORKERS)])
    await asyncio.Event().wait()


class Enqueuer:
    """Inserts single jobs, each in a transaction of its own."""

    async def open(self, url, clients):
        self.client = AsyncClient(url, max_connections=clients)

    async def enqueue(self, client, n):
        await self.client.insert(Noop(n), queue="bench")

    async def close(self):
        await self.client.close()
