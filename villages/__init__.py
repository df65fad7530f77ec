"""Where: province, prefecture, county, township, village, and service centres."""
