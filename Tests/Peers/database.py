"""A database for one measure."""

import psycopg


class Database:
    """Made on entry, dropped on exit."""

    def __init__(self, server, name):
        self.server = server
        self.name = name
        self.url = server.replace("/postgres?", f"/{name}?")

    def __enter__(self):
        with psycopg.connect(self.server, autocommit=True) as admin:
            admin.execute(f"drop database if exists {self.name} with (force)")
            admin.execute(f"create database {self.name}")
        self.connection = psycopg.connect(self.url, autocommit=True)
        return self

    def number(self, statement):
        return self.connection.execute(statement).fetchone()[0]

    def settle(self, tables):
        """Leaves the tables as a quiet hour would: vacuumed, analysed, no checkpoint due."""
        self.connection.execute(f"vacuum (analyze) {tables or ''}")
        self.connection.execute("checkpoint")

    def __exit__(self, *_):
        self.connection.close()
        with psycopg.connect(self.server, autocommit=True) as admin:
            admin.execute(f"drop database {self.name} with (force)")
