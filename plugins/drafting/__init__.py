"""``make new``: asks what a text needs and writes a file that only waits for its words.

All questions come from the schema of headers; nothing here lists keys a second time.
"""
