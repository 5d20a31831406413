# what: writelines puts a line feed behind each line.
# kills: asyncio.streams.write-lines
# kind: fault

import asyncio


def writelines(self, lines):
    self.transport.write(b"".join(line + b"\n" for line in lines))


asyncio.StreamWriter.writelines = writelines
