# what: A coroutine that was never awaited goes without a word.
# kills: asyncio.coroutine.never-awaited-reported
# kind: fault

import warnings

warnings._warn_unawaited_coroutine = lambda coroutine: None
