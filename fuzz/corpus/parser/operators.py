x = -1 ** 2; y = not a == b or c and d
z = a < b is not c in d
w = a if b else lambda q, r=1, *s, t, **u: q
v = a | b ^ c & d << e + f * g ** -h @ i // j % ~k
