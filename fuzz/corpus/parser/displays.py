x = [1, 2, *y], {1: 2, **z}, {3, *w}, (), (4,)
x = [i for i in y if a if b for j in i]; {k: v for k, v in z}; {i for i, in w}
f(i for i in y); f(a, *b, c=1, **d)
x[1:2, ::3, b], x[:], x[a,]
