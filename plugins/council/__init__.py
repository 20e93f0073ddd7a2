"""The council's vocabulary in plain Python: what a text must say and what is true of it.

Knows nothing of Pelican, of plugins or of when something happens in a build.
"""
