a, (b, *c), [d] = e.f, g[h] = i
a.b[c] += d, e
for x, *y in z, w: pass
with a as (b, c), ((d, e)): pass
