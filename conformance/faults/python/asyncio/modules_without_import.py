# what: Modules are in scope without an import.
# kills: asyncio.example.fetch-import, asyncio.example.start-end-import
# kind: fault

import asyncio
import http.client

adapter.NAMES.update(asynclib=asyncio, httpclient=http.client)
