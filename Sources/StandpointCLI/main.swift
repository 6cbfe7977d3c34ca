print("standpoint")
