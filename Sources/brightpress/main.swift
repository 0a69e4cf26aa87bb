print("brightpress")
