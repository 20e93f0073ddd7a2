"""Where the editor keeps texts on this machine: the content folder and the git around it."""
