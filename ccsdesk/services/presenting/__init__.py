"""What pages show, in the words of one language: frozen values without Qt, made from what the rules say."""
