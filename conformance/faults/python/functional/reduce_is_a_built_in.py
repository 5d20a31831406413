# what: reduce stands among the built-in names.
# kills: functional.reduce.lives-in-functools, functional.reduce.needs-import
# kind: fault

import functools

adapter.NAMES["reduce"] = functools.reduce
