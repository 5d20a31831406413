async def echo(reader, writer):
    while data := await reader.readline():
        writer.write(data.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()
async def talks():
    async with await asyncio.start_server(echo, "127.0.0.1", 0) as server:
        host, port = server.sockets[0].getsockname()
        log("serving", host, port > 0, server.is_serving())
        reader, writer = await asyncio.open_connection(host, port)
        log("names", writer.get_extra_info("peername") == (host, port), writer.get_extra_info("nothing", 5))
        writer.writelines([b"one\n", b"two\nthr"])
        log("lines", await reader.readline(), await reader.readuntil(b"O"), await reader.readexactly(1))
        writer.write(b"ee")
        writer.write_eof()
        log("rest", await reader.read(), reader.at_eof(), await reader.read(10))
        log("closing", writer.is_closing())
        writer.close()
        await writer.wait_closed()
        log("closing", writer.is_closing())
        try:
            writer.write("text")
        except TypeError:
            log("bytes alone")
    log("serving", server.is_serving(), len(server.sockets))
async def reads():
    reader = asyncio.StreamReader()
    reader.feed_data(b"first\nsecond")
    reader.feed_eof()
    log("lines", [line async for line in reader])
    for wrong in [lambda: reader.readexactly(-1), lambda: reader.readuntil(b"")]:
        try:
            await wrong()
        except ValueError:
            log("refused")
    try:
        await reader.readexactly(4)
    except asyncio.IncompleteReadError as error:
        log("incomplete", error.partial, error.expected, isinstance(error, EOFError))
    small = asyncio.StreamReader(limit=4)
    small.feed_data(b"0123456789")
    try:
        await small.readuntil()
    except asyncio.LimitOverrunError as error:
        log("overrun", error.consumed)
    log("not positive", attempt_limit(0))
def attempt_limit(limit):
    try:
        asyncio.StreamReader(limit=limit)
    except ValueError:
        return "refused"
async def refuses():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError:
        log("refused")
class Upper(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        self.transport.write(data.upper())
        self.transport.close()
class Collects(asyncio.Protocol):
    def __init__(self):
        self.data, self.end = [], asyncio.get_running_loop().create_future()
    def data_received(self, data):
        self.data.append(data)
    def connection_lost(self, error):
        self.end.set_result(error)
async def protocols():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Upper, "127.0.0.1", 0)
    transport, protocol = await loop.create_connection(Collects, *server.sockets[0].getsockname())
    transport.write(b"by callbacks")
    log("protocol", await protocol.end, protocol.data, issubclass(asyncio.DatagramProtocol, asyncio.BaseProtocol))
    server.close()
for program in [talks, reads, refuses, protocols]:
    asyncio.run(program())
