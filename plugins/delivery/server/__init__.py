"""What a web server must be told: one record of headers, in the languages of several servers."""
