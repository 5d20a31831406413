try:
    while a:
        if b:
            break
        elif c:
            continue
        else:
            pass
    else:
        raise A from B
except (A, B) as e:
    del a, b[c]
except:
    assert a, b
else:
    pass
finally:
    global x
