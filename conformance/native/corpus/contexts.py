variable = contextvars.ContextVar("variable", default=1)
bare = contextvars.ContextVar("bare")
log("first", variable.name, variable.get(), variable.get(5), bare.get("fallback"))
try:
    bare.get()
except LookupError:
    log("not set")
token = variable.set(2)
log("set", variable.get())
copied = contextvars.copy_context()
variable.set(3)
log("copy", copied[variable], variable.get(), len(copied))
def change(value):
    variable.set(value)
    try:
        copied.run(change, value)
    except RuntimeError:
        return "entered already"
log("run", copied.run(change, 4), copied[variable], variable.get())
try:
    copied[bare]
except KeyError:
    log("no key")
variable.reset(token)
log("reset", variable.get())
for wrong in [lambda: variable.reset(token), lambda: bare.reset(variable.set(7)), lambda: copied.run(variable.reset, variable.set(8))]:
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        log("refused", type(error).__name__)
for number in range(50):
    log("new", contextvars.ContextVar("short", default=number).get())
    contextvars.ContextVar("short").set(number)
async def task(number):
    seen = variable.get()
    variable.set(number)
    await asyncio.sleep(0)
    return seen, variable.get(), await asyncio.to_thread(variable.get)
async def main_task():
    variable.set(10)
    tasks = [asyncio.create_task(task(number)) for number in range(3)]
    variable.set(20)
    log("tasks", await asyncio.gather(*tasks), variable.get())
    asyncio.get_running_loop().call_soon(lambda: log("callback", variable.get()))
    variable.set(30)
    await asyncio.sleep(0)
asyncio.run(main_task())
log("afterwards", variable.get())
