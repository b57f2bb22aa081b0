"""The faces: HTTP, pages and the command line, three thin shells over one service layer."""
