def main():
    with record('a'), attempt('b'):
        gate('c')
    x = record('d', f(x))
    log('e', *y)
    program(f, 1, stdin=b'')
async def f():
    return attempt('a', await gate_async('b'))
