"""The official's screens: what her places are like, by the numbers that `progress.counts` reads."""
