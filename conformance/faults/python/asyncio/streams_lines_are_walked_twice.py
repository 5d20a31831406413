# what: writelines walks through the lines once before it writes them.
# kills: asyncio.streams.write-lines
# kind: fault

import asyncio


def writelines(self, lines):
    if sum(len(line) for line in lines):
        self.transport.write(b"".join(lines))


asyncio.StreamWriter.writelines = writelines
