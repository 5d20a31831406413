# what: The interpreter switches threads as often as it can.
# kind: lawful
# tries: threading.*

import sys

sys.setswitchinterval(1e-6)
