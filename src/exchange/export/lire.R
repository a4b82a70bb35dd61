lire_table <- function(fichier, colonnes) {
  brut <- read.csv(fichier, colClasses = "character", na.strings = "", encoding = "UTF-8",
                   check.names = FALSE, stringsAsFactors = FALSE)
  table <- brut
  manques <- brut[, vapply(colonnes, function(col) col$reponse, logical(1)), drop = FALSE]
  haven <- if (requireNamespace("haven", quietly = TRUE)) brut else NULL
  for (nom in names(colonnes)) {
    col <- colonnes[[nom]]
    x <- brut[[nom]]
    sans <- col$reponse & x %in% names(sans_reponse)
    y <- ifelse(sans, NA_character_, x)
    if (col$sorte == "choix") {
      inconnus <- setdiff(unique(y[!is.na(y)]), names(col$codes))
      y <- factor(y, levels = c(names(col$codes), inconnus), labels = c(unname(col$codes), inconnus))
    } else if (col$sorte == "nombre") {
      y <- suppressWarnings(as.integer(y))
    } else if (col$sorte == "jour") {
      y <- as.Date(y, format = "%Y-%m-%d")
    }
    attr(y, "label") <- col$libelle
    if (col$reponse) {
      attr(y, "na_values") <- names(sans_reponse)
      m <- factor(ifelse(sans, x, NA_character_), levels = names(sans_reponse),
                  labels = unname(sans_reponse))
      attr(m, "label") <- col$libelle
      manques[[nom]] <- m
    }
    table[[nom]] <- y
    if (!is.null(haven) && col$reponse) {
      dits <- c(col$codes, sans_reponse)
      haven[[nom]] <- haven::labelled_spss(x, labels = stats::setNames(names(dits), unname(dits)),
                                           na_values = names(sans_reponse), label = col$libelle)
    }
  }
  list(table = table, manques = manques, haven = haven)
}
