# Le français : complet, et ce vers quoi retombe toute autre langue.

program = Recueil
banner-trial = ESSAI : ces réponses ne compteront pas
banner-trial-home = ESSAI : tant que la structure et le contact manquent, rien ne compte

## Accueil

home-which = Quel référentiel ?
home-heading = Quel questionnaire ?
titled-derive = { $titre } (dérivé)
titled-discussion = { $titre } (en discussion)
home-settings = Dire qui nous sommes (structure et contact)
home-more = Autres actions…
home-results = Voir les résultats
home-correct = Corriger une feuille
home-copy = Copier sur la clé USB
more-heading = Que voulez-vous faire ?
more-today = Voir la journée
more-mirror = Montrer à un groupe ce qu'il a répondu : le miroir
more-send = Préparer l'envoi à la Ville
more-tree = Voir les critères d'un référentiel
more-settings = Réglages
more-welcome = Découvrir Recueil
due-arrivals = { $month } : début de saison. { $arrivals ->
    [one] Une personne a répondu à l'arrivée
   *[other] { $arrivals } personnes ont répondu à l'arrivée
}{ $departures ->
    [0] .
   *[other] , { $departures } en fin de saison.
}
due-departures = { $month } : fin de saison. { $arrivals ->
    [one] Une personne a répondu à l'arrivée
   *[other] { $arrivals } personnes ont répondu à l'arrivée
}, { $departures ->
    [0] personne en fin de saison.
   *[other] { $departures } en fin de saison.
}
due-nothing = { $month }. Cette saison, { $arrivals ->
    [one] une personne a répondu à l'arrivée
   *[other] { $arrivals } personnes ont répondu à l'arrivée
}, { $departures ->
    [0] personne en fin de saison.
   *[other] { $departures } en fin de saison.
}
home-problems = Voir ce qui ne va pas dans les fichiers de questionnaires
home-problems-alert = { $count ->
    [one] Un problème empêche de lire un fichier de questionnaires. Les autres fonctionnent.
   *[other] { $count } problèmes empêchent de lire des fichiers de questionnaires. Les autres fonctionnent.
}
home-help = Aide
home-quit = Quitter
home-today = { $count ->
    [0] Aujourd'hui, pas encore de réponse
    [one] Aujourd'hui, { $count } personne a répondu
   *[other] Aujourd'hui, { $count } personnes ont répondu
}{ $trials ->
    [0] .
    [one] , et { $trials } essai.
   *[other] , et { $trials } essais.
}
home-undated = { $count ->
    [one] Là où le jour n'est pas gardé : { $count } réponse cette saison.
   *[other] Là où le jour n'est pas gardé : { $count } réponses cette saison.
}
home-sealed = { $count ->
    [0] Aucune réponse scellée ici pour l'instant
    [one] { $count } réponse scellée ici
   *[other] { $count } réponses scellées ici
}{ $clear ->
    [0] { "" }
   *[other] , { $clear } en clair
}{ $trials ->
    [0] .
    [one] , et { $trials } essai aujourd'hui.
   *[other] , et { $trials } essais aujourd'hui.
}
home-sealed-how = Seule une clé gardée ailleurs les ouvre. Si l'ordinateur s'arrête pendant un entretien, ses réponses sont perdues.
home-where-named = Les réponses sont dans le dossier indiqué au démarrage : { $folder }
home-where-current = Les réponses sont dans ce dossier : { $folder }
home-where-program = Les réponses sont à côté du programme : { $folder }
home-where-usual = Les réponses sont dans le dossier de données de cet ordinateur : { $folder }
home-where-other = Les réponses vont dans l'autre dossier choisi : { $folder }
settings-not-kept = La structure et le contact valent pour maintenant, mais n'ont pas pu être gardés pour la prochaine fois.

## Les questionnaires d'un référentiel, ce que la médiatrice doit en savoir

forms-derived = { $sources ->
    [0] Le porteur n'a pas validé ce référentiel.
    [one] Ce référentiel est dérivé d'informations publiques : le porteur ne l'a pas validé. Sa source : recueil show { $id }
   *[other] Ce référentiel est dérivé d'informations publiques : le porteur ne l'a pas validé. Ses { $sources } sources : recueil show { $id }
}
forms-discussed = { $sources ->
    [0] Le porteur travaille sur ce référentiel : il peut encore changer.
    [one] Le porteur travaille sur ce référentiel : il peut encore changer. Sa source : recueil show { $id }
   *[other] Le porteur travaille sur ce référentiel : il peut encore changer. Ses { $sources } sources : recueil show { $id }
}
forms-validated = { $date ->
    [none] Ce référentiel a été validé par { $who }
   *[other] Ce référentiel a été validé le { $date } par { $who }
}{ $people ->
    [0] .
    [one] { " " }(une personne).
   *[other] { " " }({ $people } personnes).
}
forms-unsealed = Analyse d'impact faite le { $date }. Les lignes restent en clair : « { $reason } »
forms-sealed = Analyse d'impact faite le { $date }. Les lignes sont scellées.
forms-language = { $count ->
    [one] Un questionnaire n'est pas entièrement traduit ({ $language }) : ce qui manque y est dit en français.
   *[other] { $count } questionnaires ne sont pas entièrement traduits ({ $language }) : ce qui manque y est dit en français.
}
forms-parents = essai : il manque l'autorisation parentale (recueil.toml)
forms-home = Retour à l'accueil

## Un référentiel verrouillé : seule la médiatrice lit cela

locked-heading = Verrouillé : { $titre }
locked-why = { $id ->
    [upc] Qui répond ici se fait connaître comme suivi pour sa santé psychique. Chaque ligne, même vide de réponses, est une donnée de santé. Aucun de ces questionnaires ne peut donc commencer, même en essai, avant ce qui suit.
   *[other] Qui répond ici se fait connaître comme membre d'un groupe que cela expose. Chaque ligne, même vide de réponses, est une donnée sensible. Aucun de ces questionnaires ne peut donc commencer, même en essai, avant ce qui suit.
}
locked-assessment = À faire : l'analyse d'impact (AIPD), avec la personne chargée de la protection des données. Une fois faite, écrivez sa date.
locked-protection = À faire : sceller les lignes (les chiffrer), pour que personne ne puisse les lire sur cet ordinateur. Branchez une clé USB et lancez « recueil keys --into » avec son dossier. Ou bien, par exception, les garder en clair : c'est une décision de la structure, écrivez-en la raison, en une phrase.
locked-write = À la fin de { $file }, écrivez ces lignes en les complétant. Puis ouvrez de nouveau Recueil.
locked-assessment-line = le jour où l'analyse d'impact a été faite
locked-day = AAAA-MM-JJ
locked-protection-line = seulement sans clés : pourquoi les lignes restent en clair

## Un essai faute d'autorisation parentale : seule la médiatrice lit cela

trial-heading = Ce sera un essai
trial-parents = Ce questionnaire est pour des mineurs, et il manque l'autorisation parentale. Quand les parents ont donné leur accord, écrivez en haut de { $file } la ligne qui suit, puis ouvrez de nouveau Recueil.
trial-go = Continuer, en essai

## Problèmes des fichiers

problems-title = Fichiers de questionnaires
problems-heading = Ce qui ne va pas, et où

## Une chose à écrire

prompt-structure = Quel est le nom de votre structure ?
prompt-structure-hint = Tel que les gens le connaissent. Il est montré avant la première question.
prompt-contact = À qui poser une question sur les réponses ?
prompt-contact-hint = Une fonction, un téléphone ou une adresse. Cela aussi est montré avant la première question.
prompt-folder = Dans quel autre dossier écrire les réponses ?
prompt-folder-hint = Un dossier de cet ordinateur, ou d'une clé USB.

## Avant la première question

notice-heading = { $questions ->
    [one] { $questions } question.
   *[other] { $questions } questions.
} Prenez votre temps : il n'y a pas de bonne réponse.
notice-purpose = Ces questions aident à voir ce qui change pour les gens qui viennent ici, et ce qu'il faut améliorer. C'est le lieu qu'on juge, pas vous.
notice-free = Répondre est libre. Vous pouvez passer une question, ou arrêter. Répondre ou non ne change rien pour vous.
notice-who = Votre nom n'est pas demandé. Mais dans un petit groupe, quelqu'un peut deviner, et la personne qui saisit peut lire. Les réponses restent chez { $structure }, pour un bilan sans noms.
notice-contact = Pour toute question : { $contact }
notice-age = Ce questionnaire est pour les personnes de { $age } ans et plus.
notice-no-structure = la structure
notice-no-contact = la personne qui vous accueille
notice-begin = Commencer
notice-refuse = Ne pas répondre
notice-settings = Dire d'abord qui nous sommes (structure et contact)

unwritable-heading = Les réponses ne pourront pas être enregistrées ici
unwritable-text = Rien n'est perdu : personne n'a encore répondu.
unwritable-elsewhere = Choisir un autre dossier
unwritable-anyway = Commencer quand même : les réponses resteront en mémoire et il faudra choisir un dossier à la fin
unwritable-home = Revenir

## Avant la première question, là où être venu dit déjà quelque chose

consent-shows = Répondre montre que vous venez à cet atelier. La loi protège cela comme une information de santé.
consent-free = Vous pouvez refuser sans dire pourquoi : cela ne change rien pour vous. Vous pourrez aussi passer une question, ou arrêter.
consent-ask = Acceptez-vous de répondre ?
consent-yes = Oui, j'accepte de répondre
consent-no = Non, je ne réponds pas
consent-choose = Rien n'est choisi. Choisissez d'abord une ligne, avec son chiffre ou les flèches.

## Une saisie interrompue : ce qu'en lit qui s'occupe de l'ordinateur

home-drafts = { $count ->
    [one] Une saisie interrompue
   *[other] { $count } saisies interrompues
}
draft-label = { $answers ->
    [0] { $title }
    [one] { $title }, { $answers } réponse
   *[other] { $title }, { $answers } réponses
}
draft-unnamed = Un fichier illisible
draft-resume = Reprendre
draft-erase = Effacer
draft-later = Plus tard
draft-keep = Garder tel quel
draft-trial = C'était un essai : elle le restera.
draft-torn = La fin n'a pas pu être lue : la dernière réponse manque peut-être.
draft-then = Le questionnaire a changé depuis : les questions seront celles d'avant.
draft-unknown = On ne sait plus quelles questions étaient posées : elle ne peut pas être reprise.
draft-erase-heading = Effacer cette saisie ?
draft-erase-text = Ses réponses seront perdues pour de bon.
draft-erase-no = Non, la garder
draft-erase-yes = Oui, effacer
draft-held = Cette saisie est ouverte dans une autre fenêtre, ou n'est plus là.
draft-stopped = La suite de cette saisie n'a pas pu être reprise.
draft-unremoved = Une saisie est finie, mais ses réponses sont encore dans le dossier « brouillons ».
question-unkept = Rien n'est gardé si l'ordinateur s'arrête.

## Question

question-place = Question { $position } sur { $total }
question-pass = Passer cette question
question-passed = Vous aviez passé cette question : { $reason }
day-hint = Par exemple : 22/11/2026
question-rephrased = Autrement dit : { $text }
question-other = Précisez en quelques mots, ou passez.
note-next = Continuer
no-such-line = Il n'y a pas de ligne { $digit } ici.
choose-one = Choisissez d'abord une réponse, avec son chiffre ou les flèches. Ou 0 pour passer.
choose-several = Cochez d'abord une réponse ou plusieurs, avec leur chiffre. Ou 0 pour passer.
type-or-pass = Rien n'est écrit. Écrivez, ou appuyez encore une fois sur Entrée pour passer.
pass-heading = Passer cette question. Voulez-vous dire pourquoi ?
pass-silent = Passer sans dire pourquoi
missing-nsp = Je ne sais pas
missing-refus = Je ne veux pas répondre
missing-nc = Je ne suis pas dans ce cas
missing-pas-compris = Je n'ai pas compris la question
missing-sans-reponse = Question passée
missing-illisible = Illisible
missing-non-posee = Question non posée
missing-non-atteinte = Question non atteinte
answer-missing = Pas encore de réponse
and-also = { " ; " }
quoted = « { $text } »

## Les réponses déjà données, pendant les questions

seen-heading = Les réponses déjà données
seen-hint = Choisissez une question pour changer sa réponse. Vous reviendrez ensuite là où vous en étiez.
seen-passed = Question passée : { $reason }
seen-back = Revenir à la question

## Relecture, fin, arrêt

review-place = Relecture
review-heading = Voici vos réponses. Est-ce bien cela ?
review-hint = Entrée enregistre. Pour changer une réponse, descendez jusqu'à elle avec les flèches, puis Entrée.
review-save = Enregistrer ces réponses
leave-heading = Arrêter ici ?
leave-text = Rien n'est encore enregistré.
leave-resume = Non, continuer
leave-discard = Oui, et effacer les réponses
leave-keep = Oui, et garder les réponses déjà données
saved-heading = Enregistré
saved-thanks = Merci. Vos réponses sont sur le disque.
saved-trial = C'était un essai : la ligne est à part, elle ne comptera pas.
saved-unsure = Attention : vos réponses sont enregistrées, mais ce disque n'a pas confirmé une écriture. Prévenez la personne qui s'occupe de cet ordinateur, et copiez les réponses sur une clé dès aujourd'hui.
saved-full = Attention : vos réponses sont enregistrées, mais ce disque est plein. Prévenez la personne qui s'occupe de cet ordinateur : il faut libérer de la place avant la personne suivante.
saved-where = Où : { $file }
saved-again = Le même questionnaire, pour la personne suivante
saved-home = Retour à l'accueil
saved-quit = Terminer
failed-heading = Pas enregistré
failed-text = Les réponses sont encore là, en mémoire. N'éteignez pas et ne fermez pas cette fenêtre.
failed-again = Essayer encore
failed-elsewhere = Enregistrer dans un autre dossier
failed-draft = Elles sont aussi dans le dossier { $folder } : si l'ordinateur s'arrête, elles seront proposées au prochain départ.
failed-draft-unsure = Le brouillon, dans { $folder }, est peut-être sur ce même disque : ne comptez pas dessus.
failed-nowhere = Elles ne sont nulle part ailleurs : si cette fenêtre se ferme, elles sont perdues.
failed-copy = Montrer les réponses, pour les recopier à la main
transcript-heading = Les réponses, à recopier à la main
transcript-line = { $question } { $answer }
failed-leave = Arrêter

## Ce que la médiatrice dit une fois pour toute une séance

sitting-heading = Réglages de la séance
sitting-hint = Ils valent pour chaque personne, jusqu'à ce que vous les changiez.
sitting-done = C'est bon
sitting-line-groupe = Groupe : { $value }
sitting-line-seance = Séance : { $value }
sitting-line-date = Date des réponses : { $value }
sitting-line-support = Support : { $value }
sitting-line-aide = Aide : { $value }
sitting-line-aidant = Qui aide : { $value }
sitting-line-aide-langue = Aide pour la langue : { $value }
sitting-line-langue = Langue parlée : { $value }
sitting-told-groupe = groupe { $value }
sitting-told-seance = séance { $value }
sitting-no-groupe = (aucun)
sitting-no-seance = (aucune)
sitting-today = aujourd'hui
sitting-ask-groupe = Quel groupe ?
sitting-hint-groupe = Par exemple : lundi matin. Jamais le nom d'une personne. Sans groupe, laissez vide.
sitting-ask-seance = Quelle séance ?
sitting-hint-seance = Un numéro ou un mot : 3, fête du quartier. Vous pouvez laisser vide.
sitting-ask-date = Quel jour les gens ont-ils répondu ?
sitting-hint-date = Par exemple : 22/11/2026. Laissez vide pour aujourd'hui.
sitting-ask-support = Sur quoi les gens répondent-ils ?
sitting-is-support-ecran = écran
sitting-is-support-papier = papier
sitting-is-support-telephone = téléphone
sitting-ask-aide = Avec quelle aide ?
sitting-is-aide-seul = seul
sitting-is-aide-lu = questions lues à voix haute
sitting-is-aide-a-deux = à deux
sitting-is-aide-entretien = entretien
sitting-is-aide-groupe = en groupe
sitting-ask-aidant = Qui aide ?
sitting-is-aidant-unsaid = (pas noté)
sitting-is-aidant-animateur = animatrice ou animateur
sitting-is-aidant-benevole = bénévole
sitting-is-aidant-soignant = soignante ou soignant
sitting-is-aidant-enseignant = enseignante ou enseignant
sitting-is-aidant-pair = une autre personne du groupe
sitting-is-aidant-proche = un proche
sitting-is-aidant-autre = quelqu'un d'autre
sitting-ask-aide-langue = Quelqu'un aide-t-il pour la langue ?
sitting-is-aide-langue-0 = non
sitting-is-aide-langue-1 = oui
sitting-ask-langue = En quelle langue parle-t-on ?
sitting-is-langue-unsaid = celle de l'écran
sitting-is-langue-fr = français
sitting-is-langue-br = breton
sitting-is-langue-en = anglais
sitting-is-langue-ar = arabe
sitting-is-langue-tr = turc
sitting-is-langue-ru = russe
sitting-is-langue-uk = ukrainien
sitting-is-langue-fsl = langue des signes
sitting-long = C'est trop long : 80 signes au plus.
sitting-day = Il faut une date déjà passée, de moins de deux ans : 22/11/2026. Ou rien, pour aujourd'hui.

## La séance : ce que la médiatrice en lit

home-seance = Faire une séance avec un groupe
home-seances-left = { $count ->
    [one] Reprendre la séance qui n'est pas finie
   *[other] Reprendre une des { $count } séances qui ne sont pas finies
}
seance-left-heading = Une séance n'est pas finie
seance-left-hint = L'ordinateur s'est arrêté, ou elle a été laissée pour plus tard. Ce qui était enregistré l'est toujours.
seance-left-label = { $title }, { $group ->
    [none] sans nom de groupe
   *[other] groupe { $group }
}, { $day } : { $present ->
    [one] une personne présente
   *[other] { $present } personnes présentes
}, { $answered ->
    [0] pas encore de réponse
    [one] une a répondu
   *[other] { $answered } ont répondu
}
seance-which-hint = Pour la séance d'aujourd'hui, ou pour des feuilles remplies un autre jour.
seance-setup = Une séance avec un groupe
seance-setup-hint = Dit une fois, pour tout le groupe. Changez ce qui n'est pas juste.
seance-begin = C'est bon, commencer la séance
seance-line-present = Personnes présentes : { $count }
seance-line-road = Comment : { $value }
seance-ask-present = Combien de personnes sont là, sans compter l'équipe ?
seance-hint-present = Vous pourrez changer ce nombre à la fin.
seance-ask-road = Comment le groupe répond-il ?
seance-hint-road = Dans les trois cas, chacun peut dire non.
seance-is-road-clavier = chacun à son tour, au clavier
seance-is-road-feuilles = chacun sur sa feuille de papier
seance-is-road-vote = à main levée : on compte les mains
seance-proposed = Entrée sans rien écrire : { $number }
seance-number = Il faut un nombre, de { $least } à { $most }.
seance-heading = La séance
seance-present = { $present ->
    [one] Une personne est là.
   *[other] { $present } personnes sont là.
}
seance-counts = Ont répondu : { $answered }. Parties avant la fin : { $left }. N'ont pas voulu : { $refused }. Il en reste : { $remaining }.
seance-voted = Questions comptées : { $counted } sur { $all }.
seance-trial = C'est un essai : rien ne comptera. Pour que les réponses comptent, dites d'abord qui vous êtes, depuis l'accueil ; pour des enfants, il faut aussi l'accord des parents.
seance-next-person = Personne suivante
seance-next-sheet = Feuille suivante
seance-next-vote = Question suivante : { $question }
seance-one-refused = Une personne ne veut pas répondre
seance-script = Ce qu'on lit à voix haute au groupe
seance-print = Imprimer les feuilles
seance-correct = Corriger une feuille
seance-correct-this = Corriger ce qui a été saisi de cette feuille
seance-ask-correct = Quelle feuille voulez-vous corriger ?
seance-sheet-corrected = La feuille { $number } est corrigée.
seance-sheet-untouched = La feuille { $number } reste comme elle était.
seance-sheet-unknown = Aucune feuille { $number } n'est saisie dans cette séance.
seance-end = Terminer la séance
seance-back = Revenir à la séance
seance-ready = Je suis la personne suivante : commencer
seance-ready-tu = C'est mon tour : commencer
seance-take-back = Animatrice, animateur : reprendre le clavier
seance-hand-over = Passez le clavier à la personne suivante
seance-hand-over-tu = Passe le clavier à la personne suivante
seance-hand-over-text = Quand vous êtes prêt ou prête : Entrée. L'équipe reprend le clavier avec 2, puis Entrée.
seance-hand-over-text-tu = Quand tu es prêt ou prête : Entrée. L'équipe reprend le clavier avec 2, puis Entrée.
seance-thanks = Merci
seance-thanks-text = C'est enregistré. Personne après vous ne verra vos réponses sur cet écran.
seance-thanks-text-tu = C'est enregistré. Personne après toi ne verra tes réponses sur cet écran.
seance-pass-on = J'ai fini
seance-ask-sheet = Quelle feuille ?
seance-hint-sheet = Le numéro est en haut de la feuille. Échap : revenir à la séance.
seance-sheet-saved = La feuille { $number } est enregistrée.
seance-twice = La feuille { $number } est déjà saisie
seance-twice-text = Dans cette séance, ce numéro a déjà été tapé. Regardez le numéro en haut de la feuille.
seance-other-number = C'est un autre numéro
seance-type-again = La saisir quand même : ce n'est pas la même feuille
seance-printed = { $count ->
    [one] Une feuille est prête à imprimer : le numéro { $first }
   *[other] { $count } feuilles sont prêtes à imprimer : numéros { $first } à { $last }
}
seance-printed-text = Ouvrez ce fichier, puis imprimez-le (Ctrl P) :
seance-not-printed = Les feuilles n'ont pas pu être préparées
seance-ask-hands = Combien de mains pour « { $answer } » ?
seance-ask-no-hand = Combien n'ont pas levé la main ?
seance-no-hand = pas de main levée
seance-counted = { $answer } : { $count }
seance-beyond = { $present ->
    [one] Il y a plus de mains que de personnes : une seule est là.
   *[other] Il y a plus de mains que de personnes : { $present } sont là.
}
seance-count-again = Recompter les mains
seance-keep-hands = Garder ces nombres quand même
seance-pausing = Que devient la séance ?
seance-pausing-text = Ce qui est enregistré le reste.
seance-go-on = Continuer la séance
seance-pause = La laisser pour plus tard : elle sera proposée au prochain démarrage
seance-end-heading = La fin de la séance
seance-end-hint = Voici ce qui a été compté. Changez ce qui n'est pas juste.
seance-settle = C'est juste : enregistrer la séance
seance-line-answered = Ont répondu : { $count }
seance-line-refused = N'ont pas voulu répondre : { $count }
seance-line-left = Parties avant la fin : { $count }
seance-line-absent = Attendues, mais absentes : { $count }
seance-ask-answered = Combien de personnes ont répondu jusqu'au bout ?
seance-ask-refused = Combien de personnes n'ont pas voulu répondre ?
seance-ask-left = Combien de personnes sont parties avant la fin ?
seance-ask-absent = Combien de personnes étaient attendues et ne sont pas venues ?
seance-too-many = Cela fait plus de monde que de personnes présentes. Si c'est bien cela, Entrée encore une fois.
seance-kept = La séance est enregistrée
seance-register-text = Reste le carnet de séances : trente secondes, presque tout est déjà rempli.
seance-register-yes = Remplir le carnet maintenant
seance-register-no = Pas maintenant
seance-mirror = Montrer au groupe ce qu'il a répondu : le miroir
seance-done = C'est fini
seance-done-text = La séance et le carnet sont enregistrés. Merci.

## Une feuille de papier que l'on saisit

sitting-fast = Saisie : une touche par question
sitting-steady = Saisie : Entrée après chaque réponse
sheet-place = { $place } (feuille { $number })
sheet-end-heading = Fin de la feuille
sheet-end-numbered = Fin de la feuille { $number }
sheet-end-blank = Les lignes à écrire : sont-elles vides ?
sheet-end-text = Tout est saisi.
sheet-coded = Code : { $code }
sheet-save = Rien d'autre n'est écrit : enregistrer
sheet-words = Des mots sont écrits : les taper
sheet-code = Un code est écrit : le taper

## Le code qui relie l'arrivée et la fin de saison

card-yours = Votre code
card-copy = Recopiez ce code sur votre carton, et gardez-le dans l'enveloppe : il servira à la fin de la saison.
card-copied = J'ai recopié le code
card-unwanted = Je ne veux pas de code
card-ask = Avez-vous votre code ?
card-hint = Il est sur votre carton, dans l'enveloppe : deux mots et deux chiffres.
card-none = Je n'ai pas de code
card-shape = Il faut deux mots et deux chiffres : relisez votre carton.
card-word = « { $word } » n'est pas un mot des codes : relisez votre carton.
card-wrong = Ce code a une erreur : relisez votre carton.
paper-ask = Quel code est écrit sur la feuille ?
paper-hint = Il est à la fin de la feuille : deux mots et deux chiffres.
paper-none = Il n'y en a pas
paper-shape = Il faut deux mots et deux chiffres : relisez la feuille.
paper-word = « { $word } » n'est pas un mot des codes : relisez la feuille.
paper-wrong = Ce code a une erreur : relisez la feuille.

## Refus d'une réponse

refusal-nothing-asked = Aucune question n'attend de réponse.
refusal-wrong-kind = Cette réponse n'est pas du genre que la question attend.
refusal-empty = Il n'y a pas de réponse.
refusal-choice = « { $name } » n'est pas une réponse de cette question.
refusal-exclusive = « Rien de tout cela » ne va avec aucune autre réponse.
refusal-reason = { $code } n'est pas possible pour cette question.
refusal-number = Il faut un nombre entier, en chiffres : 12.
refusal-day = Il faut une date : 22/11/2026.
refusal-long = C'est trop long : { $length } signes, et { $most } au plus. Raccourcissez un peu.
refusal-reserved = « { $code } » tout seul est un code réservé. Écrivez-le autrement, par exemple en minuscules.
refusal-constraint = Cette réponse ne convient pas à la question.

## Une réponse à confirmer

doubt-attention = Cette réponse est inhabituelle.
doubt-telephone = On dirait un numéro de téléphone. Mieux vaut ne pas l'écrire.
doubt-email = On dirait une adresse électronique. Mieux vaut ne pas l'écrire.
doubt-social-security = On dirait un numéro de sécurité sociale. Mieux vaut ne pas l'écrire.
doubt-keep = Entrée encore une fois pour garder cette réponse.
doubt-review = { $answer } (à confirmer)
words-no-name = Sans nom de personne.
words-no-name-said = nom de personne

## Les mêmes choses dites à un enfant ou à un élève

notice-heading-tu = { $questions ->
    [one] { $questions } question.
   *[other] { $questions } questions.
} Prends ton temps : il n'y a pas de bonne réponse.
notice-purpose-tu = Ces questions aident à savoir ce qui est bien ici, et ce qu'il faut changer. Personne ne te note.
notice-free-tu = Tu as le droit de ne pas répondre, de passer une question ou d'arrêter. Personne ne sera fâché, et cela ne change rien pour toi.
notice-who-tu = On ne te demande pas ton nom. Mais dans un petit groupe, quelqu'un peut deviner, et la personne qui tape peut lire. Les réponses restent chez { $structure }, sans les noms.
notice-contact-tu = Si tu as une question : { $contact }
notice-no-contact-tu = la personne qui t'accueille
consent-shows-tu = Répondre montre que tu viens à cet atelier. La loi protège cela comme une information de santé.
consent-free-tu = Tu peux dire non, sans dire pourquoi : cela ne change rien pour toi. Tu pourras aussi passer une question, ou arrêter.
consent-ask-tu = Veux-tu bien répondre ?
consent-choose-tu = Rien n'est choisi. Choisis d'abord une ligne, avec son chiffre ou les flèches.
question-passed-tu = Tu avais passé cette question : { $reason }
question-other-tu = Précise en quelques mots, ou passe.
choose-one-tu = Choisis d'abord une réponse, avec son chiffre ou les flèches. Ou 0 pour passer.
choose-several-tu = Coche d'abord une réponse ou plusieurs, avec leur chiffre. Ou 0 pour passer.
type-or-pass-tu = Rien n'est écrit. Écris, ou appuie encore une fois sur Entrée pour passer.
pass-heading-tu = Passer cette question. Veux-tu dire pourquoi ?
seen-hint-tu = Choisis une question pour changer sa réponse. Tu reviendras ensuite là où tu en étais.
review-heading-tu = Voici tes réponses. Est-ce bien cela ?
review-hint-tu = Entrée enregistre. Pour changer une réponse, descends jusqu'à elle avec les flèches, puis Entrée.
saved-unsure-tu = Attention : tes réponses sont enregistrées, mais ce disque n'a pas confirmé une écriture. Préviens la personne qui t'accueille.
saved-full-tu = Attention : tes réponses sont enregistrées, mais ce disque est plein. Préviens la personne qui t'accueille.
saved-thanks-tu = Merci. Tes réponses sont sur le disque.
card-yours-tu = Ton code
card-copy-tu = Recopie ce code sur ton carton, et garde-le dans l'enveloppe : il servira à la fin de la saison.
card-ask-tu = As-tu ton code ?
card-hint-tu = Il est sur ton carton, dans l'enveloppe : deux mots et deux chiffres.
card-shape-tu = Il faut deux mots et deux chiffres : relis ton carton.
card-word-tu = « { $word } » n'est pas un mot des codes : relis ton carton.
card-wrong-tu = Ce code a une erreur : relis ton carton.
failed-text-tu = Tes réponses sont encore là, en mémoire. Appelle la personne qui t'accueille, et ne ferme pas cette fenêtre.
refusal-long-tu = C'est trop long : { $length } signes, et { $most } au plus. Raccourcis un peu.
refusal-reserved-tu = « { $code } » tout seul est un code réservé. Écris-le autrement, par exemple en minuscules.
help-look-back-tu = Revoir montre les réponses déjà données : changes-en une, et tu reviens là où tu en étais.
help-mouse-tu = La souris aussi : clique sur une réponse, puis encore une fois pour valider.
small-window-tu = Fenêtre trop petite. Agrandis-la : il faut { $columns } colonnes et { $rows } lignes.
plain-choose-tu = Ton choix ?
plain-answer-tu = Ta réponse ?
plain-several-tu = Tes choix, séparés par une espace ?
borne-welcome-tu = Bonjour. Ici, tu peux donner ton avis.
borne-who-tu = On ne te demande pas ton nom. Mais dans un petit groupe, quelqu'un peut deviner. Les réponses restent chez { $structure }, sans les noms.
borne-left-discarded-tu = Si tu pars avant la fin, tes réponses sont effacées.
borne-left-kept-tu = Si tu pars avant la fin, les réponses déjà données sont gardées.
borne-age-tu = As-tu { $age } ans ou plus ?
borne-young-text-tu = Ces questions sont pour les enfants de { $age } ans et plus. Rien n'a été gardé. Ton avis compte aussi : dis-le à la personne qui t'accueille.
borne-helper-tu = Appelle quelqu'un en qui tu as confiance
borne-helper-text-tu = Cette personne verra seulement cette question. Dis-lui tes mots, elle les tapera. Personne d'autre n'a besoin de regarder l'écran.
borne-failed-text-tu = L'ordinateur n'a pas pu enregistrer. Ce n'est pas ta faute. Appelle la personne qui t'accueille : tes réponses sont encore là.
borne-closed-text-tu = L'ordinateur ne peut rien enregistrer. Préviens la personne qui t'accueille.
borne-card-tu = Note ces mots sur ton carton
borne-card-text-tu = Garde le carton dans l'enveloppe : il servira à la fin de la saison. Cet ordinateur oublie ces mots tout de suite après.
borne-card-type-tu = Quels mots sont sur ton carton ?
borne-thanks-text-tu = Tes réponses sont enregistrées. Personne ne les verra sur cet écran.
borne-help-tu = Si tu veux parler à quelqu'un : { $help }
borne-last-tu = { $count ->
    [one] Cet écran s'effacera dans une seconde.
   *[other] Cet écran s'effacera dans { $count } secondes.
} Pour le garder plus longtemps, appuie sur une autre touche.
borne-still-tu = Es-tu toujours là ?
borne-still-discarded-tu = Tes réponses sont cachées. { $count ->
    [one] Sinon, elles seront effacées dans une seconde.
   *[other] Sinon, elles seront effacées dans { $count } secondes.
}
borne-still-kept-tu = Tes réponses sont cachées. { $count ->
    [one] Sinon, celles déjà données seront gardées dans une seconde.
   *[other] Sinon, celles déjà données seront gardées dans { $count } secondes.
}
borne-how-any-tu = Pour continuer, appuie sur la grande touche Entrée, ou sur une autre.
borne-how-enter-tu = Appuie sur la grande touche Entrée.
borne-how-begin-tu = Pour commencer, appuie sur la grande touche Entrée.
borne-how-one-tu = Appuie sur le chiffre de la ligne qui te va, puis sur la grande touche Entrée.
borne-how-chosen-tu = Tu as choisi : { $label }. Pour valider, appuie sur la grande touche Entrée. Pour changer, appuie sur un autre chiffre.
borne-how-several-tu = Appuie sur le chiffre de chaque réponse qui te va, puis sur la grande touche Entrée.
borne-how-review-tu = Pour enregistrer, appuie sur la grande touche Entrée. Pour changer une réponse, appuie d'abord sur son chiffre.
borne-how-ticked-tu = Pour valider, appuie sur la grande touche Entrée. Pour enlever une réponse, appuie encore sur son chiffre.
borne-how-text-tu = Tape tes mots. À la fin, appuie sur la grande touche Entrée. Sans rien écrire, Entrée revient en arrière.
borne-how-number-tu = Tape le nombre, puis la grande touche Entrée. Pour passer, appuie sur Entrée sans rien écrire.
borne-how-day-tu = Tape le jour, puis la grande touche Entrée. Pour passer, appuie sur Entrée sans rien écrire.
borne-how-card-tu = Tape les mots de ton carton, puis la grande touche Entrée. Sans rien écrire, Entrée revient en arrière.

## Les mêmes choses dites à l'équipe, qui compte un groupe

notice-heading-equipe = { $questions ->
    [one] { $questions } question pour l'équipe
   *[other] { $questions } questions pour l'équipe
}
notice-purpose-equipe = On compte le groupe, jamais une personne. N'écrivez aucun nom. Passez ce que vous ne savez pas.
notice-who-equipe = Les réponses restent chez { $structure }.
notice-refuse-equipe = Revenir
review-heading-equipe = Voici ce qui est noté. Est-ce bien cela ?
saved-thanks-equipe = C'est sur le disque.
saved-again-equipe = Le même questionnaire, encore une fois

## Dates

date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Fichiers : ce qui n'a pas pu être fait, et pourquoi

fault-create-folder = Impossible de créer le dossier { $path } : { $reason }
fault-open = Impossible d'ouvrir { $path } : { $reason }
fault-lock = Impossible de réserver { $path } : { $reason }
fault-read = Impossible de lire { $path } : { $reason }
fault-write = Impossible d'écrire dans { $path } : { $reason }
fault-sync = Le disque n'a pas confirmé avoir gardé { $path } : { $reason } Rien ne sera plus ajouté à ce fichier.
reason-full = il n'y a plus de place. Libérez de la place, ou choisissez un autre dossier.
reason-denied = ce n'est pas permis à cet utilisateur. Choisissez un autre dossier.
reason-read-only = le disque est en lecture seule. Choisissez un autre dossier.
reason-gone = il n'est plus là, ou autre chose a pris sa place. Remettez la clé ou le dossier, ou choisissez un autre dossier.
reason-foreign = son en-tête n'est pas celui de Recueil. Il n'a pas été touché. Déplacez-le ou renommez-le, ou choisissez un autre dossier.
reason-damaged = des lignes en sont abîmées : « recueil check data » dit lesquelles. Rien n'a été changé.
reason-torn = son début n'a pas été écrit en entier : le courant a dû manquer. Il n'a pas été touché.
reason-suspect = le disque n'a pas confirmé une écriture précédente dans ce fichier. Choisissez un autre dossier.
reason-cannot-seal = recueil.toml demande de sceller les réponses (cles), et cette version du programme ne sait pas le faire. Prenez la version complète.
reason-other = { $system }.

## Touches

help-title = Les touches
key-digit = choisir
key-move = se déplacer
key-mark = cocher
key-confirm = valider
key-close = fermer
key-scroll = faire défiler
key-pass = passer
key-back = précédent
key-rephrase = autrement dit
key-look-back = revoir
key-illegible = illisible
key-help = aide
key-leave = arrêter
key-undo = annuler
key-redo = refaire
key-word = d'un mot à l'autre
key-delete-word = effacer un mot
key-delete-line = effacer ce qui précède
key-palette = actions
name-digits = { $last ->
    [1] 1
   *[other] 1 à { $last }
}
name-move = ↑ ↓
name-space = Espace
name-enter = Entrée
name-zero = 0
name-f2 = F2
name-left = ←
name-page-up = Pg↑
name-f1 = F1
name-f3 = F3
name-f4 = F4
name-f5 = F5
name-f6 = F6
name-escape = Échap
name-colon = :
name-ctrl-p = Ctrl P
name-undo = Ctrl Z
name-redo = Ctrl Y
name-word = Ctrl ← →
name-delete-word = Ctrl W
name-delete-line = Ctrl U
help-azerty = La rangée du haut d'un clavier français marche sans Maj : & é " ' ( - è _ ç à sont 1 2 3 4 5 6 7 8 9 0.
help-look-back = Revoir montre les réponses déjà données : changez-en une, et vous revenez là où vous en étiez.
help-mouse = La souris aussi : cliquez sur une réponse, puis encore une fois pour valider.
small-window = Fenêtre trop petite. Agrandissez-la : il faut { $columns } colonnes et { $rows } lignes.
more-below = suite ↓
more-above = ↑ suite
more-below-large = La suite est plus bas
more-above-large = Le début est plus haut
more-both-large = Suite en haut et en bas

field-left = { $count ->
    [0] plus aucun signe
    [one] il reste { $count } signe
   *[other] il reste { $count } signes
}
field-over = { $count ->
    [one] { $count } signe de trop
   *[other] { $count } signes de trop
}

## Tout ce qu'on peut faire ici

palette-title = Tout ce qu'on peut faire ici
palette-hint = Quelques lettres suffisent, puis Entrée.
palette-nothing = Rien ne porte ce nom ici.
palette-open = { $form }, { $referentiel }
action-pass = Passer cette question
action-back = Revenir en arrière
action-rephrase = Dire la question autrement
action-look-back = Revoir les réponses déjà données
action-illegible = Noter que cette réponse est illisible
action-undo = Annuler ce qui vient d'être tapé
action-redo = Refaire ce qui vient d'être annulé
action-help = Aide : les touches
action-language = { $language } (changer de langue)
action-leave = Arrêter
action-size = Grande taille, ou taille normale

## Lire à voix haute

key-aloud = lire
name-f7 = F7
action-aloud = Lire à voix haute
action-headphones = Le casque est branché : y dire aussi mes réponses
action-no-headphones = Le casque n'est plus branché : ne plus dire mes réponses
help-voice = Lire dit à voix haute ce qui est à l'écran ; n'importe quelle touche l'arrête. Ce qui est choisi ou écrit n'est dit que dans un casque.
help-no-voice = Pour que cet ordinateur lise à voix haute, il lui faut un programme : sudo apt install espeak-ng
plain-word-aloud = lis
plain-word-headphones = casque
voice-line = { $digit ->
    [0] Zéro
    [1] Un
    [2] Deux
    [3] Trois
    [4] Quatre
    [5] Cinq
    [6] Six
    [7] Sept
    [8] Huit
    [9] Neuf
   *[other] { $digit }
} : { $label }
voice-typed = C'est écrit : { $text }
voice-taken = Choisi : { $text }
voice-look = Il y a un message à l'écran.
voice-own = Les réponses déjà données ne sont dites que dans un casque.
voice-headphones = Le casque est branché : les réponses choisies y sont dites.
voice-room = Sans casque, les réponses ne sont pas dites.

## Mode en lignes

plain-choose = Votre choix ?
plain-answer = Votre réponse ?
plain-several = Vos choix, séparés par une espace ?
plain-taken = Noté : { $text }
plain-unknown = « { $text } » n'est pas compris. « aide » dit ce qu'on peut taper.
plain-chosen = Choisi : { $text }
plain-stands = Réponse pour l'instant : { $text }. Entrée seule la garde.
plain-written = Déjà écrit : « { $text } ». Entrée seule le garde.
plain-nowhere = « { $text } » ne mène nulle part ici. « aide » dit ce qu'on peut taper.
plain-no-line = Il n'y a pas de ligne { $text } ici.
plain-too-long = Cette ligne est trop longue : elle n'a pas été prise.
plain-not-text = Cette ligne n'est pas du texte (UTF-8) : elle n'a pas été prise.
plain-welcome = À tout moment, « aide » puis Entrée dit ce qu'on peut taper. Quand il faut écrire une réponse, deux points devant : « :aide ».
plain-read = Entrée pour continuer.
plain-line = { $number }. { $label }
plain-line-colon = Deux points suivis de { $number }, « :{ $number } » : { $label }
plain-problem = { $file }, ligne { $line }, colonne { $column } : { $title }. { $advice }
plain-detail = { $label } : { $detail }
plain-word-rephrase = dit
plain-word-look-back = revoir
plain-word-language = langue
plain-word-clear = vide
plain-again = Redire tout ce qui est devant soi
plain-clear = Effacer ce qui est déjà écrit
plain-help-choose = Taper le numéro d'une ligne, puis Entrée.
plain-help-several = Taper le numéro de chaque réponse, avec une espace entre les numéros, puis Entrée. Ils remplacent ceux d'avant.
plain-help-words = Écrire sur une seule ligne, puis Entrée.
plain-help-number = Écrire un nombre en chiffres, puis Entrée.
plain-help-day = Écrire une date, par exemple 22/11/2026, puis Entrée.
plain-help-read = Entrée continue.
plain-help-enter = Entrée seule : { $line }
plain-help-word = « { $word } » : { $does }
plain-help-named = Deux points seuls disent tout ce qu'on peut faire. Suivis de quelques lettres, par exemple « :copier », ils le font.
plain-help-colon = Ici, ce qui suit commence par deux points : sans eux, ce serait la réponse.
plain-palette = On peut écrire :
plain-end = Fin de la saisie : rien de plus ne sera enregistré.
plain-hand-over = Ces lignes restent à l'écran : il faut les effacer avant de passer le clavier, ou travailler avec l'écran entier.

## Les mêmes choses, là où l'on tape des lignes entières

choose-one-lignes = Choisissez d'abord une réponse, avec son numéro. Ou 0 pour passer.
choose-one-lignes-tu = Choisis d'abord une réponse, avec son numéro. Ou 0 pour passer.
choose-several-lignes = Donnez d'abord le numéro d'une réponse ou de plusieurs. Ou 0 pour passer.
choose-several-lignes-tu = Donne d'abord le numéro d'une réponse ou de plusieurs. Ou 0 pour passer.
consent-choose-lignes = Rien n'est choisi. Choisissez d'abord une ligne, avec son numéro.
consent-choose-lignes-tu = Rien n'est choisi. Choisis d'abord une ligne, avec son numéro.
type-or-pass-lignes = Rien n'est écrit. Écrivez, ou Entrée encore une fois pour passer.
type-or-pass-lignes-tu = Rien n'est écrit. Écris, ou Entrée encore une fois pour passer.
review-hint-lignes = Entrée enregistre. Pour changer une réponse, tapez son numéro.
review-hint-lignes-tu = Entrée enregistre. Pour changer une réponse, tape son numéro.
seance-hint-sheet-lignes = Le numéro est en haut de la feuille. « :q » : revenir à la séance.
correct-hint-lignes = Pour changer une réponse, tapez son numéro. L'ancienne version est gardée à part.
action-help-lignes = Aide : ce qu'on peut taper

## Ligne de commande

cli-about = Recueille, au terminal, ce que la médiation numérique change dans la vie des gens.
cli-seance = Une séance avec un groupe : clavier passé de main en main, feuilles, ou mains levées
cli-seance-form = Le questionnaire de la séance, par exemple flsm-sortie
cli-collect = Remplit un questionnaire, à l'écran ou depuis un fichier de réponses
cli-check = Vérifie les questionnaires et les réponses, et dit tout ce qui ne va pas
cli-diff = Dit ce qui a changé entre deux versions, et quelles réponses se comparent
cli-show = Montre un référentiel, ou la liste de tous les questionnaires
cli-ref = Le référentiel, par exemple flsm ; sans lui, la liste des questionnaires
cli-html = Écrit une page à imprimer dans ce fichier ; - pour la sortie
cli-markdown = La liste des questionnaires en Markdown
cli-force = Remplace le fichier s'il existe déjà
cli-fresh = Écrit un référentiel à partir de rien, pas à pas, avec des exemples
cli-fresh-ref = Son identifiant, en minuscules, par exemple jardin
cli-atelier = Met les critères d'un référentiel sur la table : cartes, projection, version suivante, compte rendu
cli-atelier-ref = Le référentiel, par exemple flsm
cli-cards = Écrit les critères en cartes à découper, dans ce fichier ; - pour la sortie
cli-per-page = Cartes par feuille : 4 (sinon), ou 8 sans les questions
cli-blank = Nombre de cartes vierges (4 sinon)
cli-minute = Écrit le compte rendu d'une page dans ce fichier ; - pour la sortie
cli-sheets = Prépare des feuilles à imprimer et à remplir au stylo
cli-sheets-form = Le questionnaire, par exemple com-court
cli-count = Combien de feuilles, de 1 à 500
cli-from = Le numéro de la première feuille ; 1 sans cela
cli-to = Le fichier à écrire ; - pour la sortie ; sans cela, QUESTIONNAIRE-feuilles.html ici
cli-duplex = Pour imprimer en recto verso : aucune feuille ne commence au dos d'une autre
cli-aloud = Au lieu des feuilles, la page de qui lit les questions à voix haute
cli-simulate = Invente des réponses pour essayer : des essais, jamais des réponses qui comptent
cli-simulate-form = Le questionnaire, par exemple flsm-sortie
cli-simulate-count = Combien de lignes, jusqu'à 1 000 000
cli-seed = La graine, un nombre entier : la même graine donne toujours les mêmes lignes
cli-paired = Les mêmes personnes inventées à l'arrivée et en fin de saison : écrit les deux fichiers
cli-change = La part des personnes dont les réponses montent d'un cran, par exemple 0,3 ; 0 sans cela
cli-simulate-to = Avec -, écrit les lignes sur la sortie au lieu du dossier
cli-threads = Sur combien de fils à la fois
cli-correct = Corrige une feuille déjà enregistrée ; l'ancienne version est gardée à part
cli-correct-form = Le questionnaire, par exemple com-court ; sans lui, tous
cli-feuille = Le numéro de la feuille
cli-id = L'identifiant de la ligne (reponse_id)
cli-jour = Le jour des réponses ou de la saisie ; sans feuille ni identifiant, aujourd'hui
cli-withdraw = Retire toutes les réponses d'une personne, par son code
cli-code = Le code de la personne, par exemple lune-sapin-42
cli-oui = Ne demande pas de confirmation
cli-access = Dit à une personne ce qui est enregistré d'elle, par son code
cli-access-html = Écrit une page à lire ou à imprimer dans ce fichier ; - pour la sortie
cli-close = Clôt une saison : les codes deviennent des numéros de paire, sans retour
cli-cycle = La saison, par exemple 2026-2027
cli-purge = Efface ce qui a été gardé assez longtemps, selon les réglages
cli-form = Le questionnaire, par exemple com-court ; sans lui, l'accueil
cli-answers = Un fichier CSV : une ligne par personne, un nom de question par colonne
cli-verify = Une deuxième saisie des mêmes feuilles : rien n'est enregistré tant que les deux diffèrent
cli-init = Prépare un dossier : écrit recueil.toml, en posant les questions une à une
cli-init-folder = Le dossier à préparer ; sans lui, le dossier courant
cli-structure = Le nom de la structure
cli-contact = À qui poser une question sur les réponses
cli-site = Le lieu
cli-referentiels = Les référentiels utilisés, séparés par des virgules ; sans eux, tous
cli-with-questionnaires = Copie aussi les questionnaires du programme, pour les changer
cli-init-force = Remplace recueil.toml s'il existe déjà
cli-gather = Réunit les réponses de plusieurs postes en un seul ensemble
cli-sources = Des dossiers, des dossiers « data », des clés, ou des fichiers CSV de réponses
cli-into = Le dossier de l'ensemble ; il peut déjà en contenir un
cli-settle = Demande quelle version garder de chaque ligne en conflit
cli-keep = Garde cette version d'une ligne en conflit, sans rien demander
cli-export = Écrit les réponses pour un autre logiciel : tableur, R, Frictionless
cli-export-form = Des questionnaires ou des référentiels ; sans eux, tous
cli-export-format = csv-excel, xlsx, datapackage, r ou parquet ; xlsform pour les questionnaires eux-mêmes
cli-export-to = Le dossier à remplir
cli-complet = Tout ce que les lignes contiennent : pour la structure elle-même
cli-diffusion = Rien qui permette de retrouver quelqu'un : pour être transmis
cli-export-without = Laisse de côté une colonne ; « textes », tous les textes libres
cli-export-trials = Les essais aussi, qui ne comptent jamais
cli-export-force = Remplace le dossier, s'il vient d'un export
cli-kit = Prépare, pour la Ville, le dossier de chaque structure : elle n'a rien à taper
cli-kit-table = La table des structures : structure, contact, site, referentiels, cle_…
cli-kit-to = Le dossier à remplir, un sous-dossier par structure
cli-kit-due = Le jour où l'envoi est attendu, par exemple 2027-06-30
cli-relay = Ce que la personne qui prend la suite doit savoir, sur une page
cli-relay-html = Écrit la page, à imprimer, dans ce fichier
cli-init-kit = Le dossier préparé par la Ville, qui dit déjà tout
cli-import = Fait un fichier de questionnaires d'un classeur XLSForm, ou des séances d'un export de La Coop
cli-import-file = Des classeurs (xlsx, xls, ods), des CSV ou des tableaux en Markdown d'un même référentiel ; ou des activités exportées de La Coop
cli-import-into = Le dossier où l'écrire ; sans lui, « questionnaires » du dossier
cli-import-force = Remplace le fichier s'il existe déjà
cli-import-trial = Les activités de La Coop, comme essais qui ne comptent jamais
cli-send = Prépare l'envoi à la Ville : dit ce qui part et ce qui reste, et demande
cli-send-to = Le dossier à remplir
cli-send-force = Remplace le dossier, s'il vient d'un envoi
cli-copy = Copie les réponses sur une clé, les relit, et dit quand la clé peut être retirée
cli-copy-to = Le dossier de la clé, par exemple /media/cle
cli-record-voice = Enregistre votre voix, qui lira les questions d'un questionnaire
cli-record-voice-form = Le questionnaire dont vous lisez les questions
cli-record-voice-again = Relire aussi les questions déjà enregistrées
cli-keys = Fait les deux clés qui ouvrent les réponses, et scelle toutes celles qui viennent
cli-keys-into = Où écrire les clés privées : une clé USB, jamais le dossier des réponses
cli-open = Ouvre des réponses scellées, avec une clé privée
cli-identity = Le fichier de la clé privée ; - pour la taper
cli-open-from = Où sont les fichiers scellés : des dossiers, des clés USB ; sans cela, le dossier de travail
cli-open-into = Le dossier où ajouter les lignes ; sans cela, le dossier de travail
cli-remove = Enlève les fichiers scellés une fois leurs lignes ajoutées
cli-completions = Écrit de quoi compléter les commandes avec la touche Tab, dans un terminal
cli-shell = Le shell : bash, zsh ou fish
cli-manual = Écrit la page de manuel du programme ou d'une de ses commandes
manual-name = Nom
manual-exit = Codes de sortie
manual-exit-codes = 0 : c'est fait. 1 : les données ou les questionnaires ont des problèmes. 2 : impossible, ou mal demandé.
cli-dossier = Le dossier de travail : réglages, questionnaires, réponses
cli-lang = La langue : { $codes }
cli-plain = Des lignes simples au lieu du plein écran
cli-theme = Les couleurs : clair, sombre, contraste ou sans_couleur
cli-large = Peu de choses à la fois, avec de l'air autour : pour de gros caractères
cli-ascii = Sans flèches ni traits, pour les vieux terminaux
value-command = COMMANDE
value-shell = SHELL
value-file = FICHIER
value-dir = DOSSIER
value-path = CHEMIN
value-source = SOURCE
value-text = TEXTE
value-form = QUESTIONNAIRE
value-ref = REF
value-code = CODE
value-cycle = SAISON
value-old = AVANT
value-new = APRÈS
cli-paths = Des fichiers ou des dossiers de questionnaires, des fichiers de réponses (.csv), un dossier « data » ou un dossier de travail ; sans eux, tout le dossier de travail
cli-against = Compare aussi avec ce qui est publié : un fichier ou un dossier
cli-format = Pour lire (text) ou pour un autre programme (json)
cli-old = Le fichier ou le dossier d'avant
cli-new = Le fichier ou le dossier de maintenant
cli-help = Cette aide
cli-version = La version
cli-options = Options{ " " }
cli-commands = Commandes{ " " }
cli-arguments = Arguments{ " " }
cli-usage = Usage :
cli-error = erreur : { $message }
cli-lang-unknown = « { $lang } » n'est pas une langue du programme. Langues : { $codes }.
cli-theme-unknown = « { $theme } » n'est pas un thème. Il y a : { $words }.
cli-argument-unknown = « { $argument } » n'est pas compris ici.
cli-argument-missing = Il manque quelque chose : { $argument }.
cli-argument-value = « { $value } » ne convient pas pour { $argument }.
cli-argument-conflict = « { $argument } » ne va pas avec le reste.
cli-argument-twice = « { $argument } » est là deux fois.
cli-argument-letters = Un mot de la commande n'est pas fait de lettres en UTF-8.
cli-argument-possible = Il y a : { $values }.
cli-try-help = Essayez « recueil --help ».
cli-did-you-mean = Vouliez-vous dire « { $name } » ?
cli-form-unknown = Aucun questionnaire ne s'appelle « { $name } ».
cli-forms = Questionnaires : { $names }.
cli-form-needed = Avec un fichier de réponses, dites pour quel questionnaire : recueil collect QUESTIONNAIRE --answers FICHIER.
cli-terminal = Le terminal ne répond pas : { $system }.
cli-check-none = Aucun fichier de questionnaires ici : { $path }
cli-check-well = { $files ->
    [one] { $files } fichier vérifié
   *[other] { $files } fichiers vérifiés
}, { $forms ->
    [one] { $forms } questionnaire
   *[other] { $forms } questionnaires
} : aucun problème.
cli-check-count = { $errors ->
    [0] { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }
    [one] { $errors } erreur{ $warnings ->
        [0] { "" }
        [one] , { $warnings } avertissement
       *[other] , { $warnings } avertissements
    }
   *[other] { $errors } erreurs{ $warnings ->
        [0] { "" }
        [one] , { $warnings } avertissement
       *[other] , { $warnings } avertissements
    }
}
cli-check-accepted = { $count ->
    [one] { $count } avertissement accepté : voir recueil show
   *[other] { $count } avertissements acceptés : voir recueil show
}
cli-panic = Recueil s'est arrêté sur une erreur du programme. Ce qui était enregistré l'est toujours. Les réponses de la personne en cours, elles, ne le sont pas.

## Ce que l'équipe doit savoir du disque

team-unsure = Ce disque n'a pas confirmé une écriture : il est peut-être en train de lâcher. Rien n'est perdu. Prévenez la personne qui s'occupe de cet ordinateur, et copiez les réponses sur une clé dès aujourd'hui.
team-full = Ce disque est plein : la dernière ligne a pris la place gardée de côté. Libérez de la place avant la personne suivante.
disk-set-aside = Une ligne coupée, d'avant un arrêt, a été mise de côté dans { $file }. Elle n'est pas comptée.
disk-elsewhere = { $count ->
    [one] Une ligne enregistrée
   *[other] { $count } lignes enregistrées
} ailleurs, dans { $folder } : ne l'oubliez pas avec les autres réponses.
disk-unkept = La dernière saisie n'a pas pu être gardée à mesure : si l'ordinateur s'était arrêté, elle était perdue.

## Le miroir : ce que le groupe voit de ses réponses, et ce qu'il en dit

mirror-heading = Le miroir : ce que le groupe va voir
mirror-hint = Lisez chaque phrase avant le groupe. Espace : la cacher, ou la montrer. Entrée : commencer.
mirror-nothing = Il n'y a rien à montrer : pas de réponse, ou seulement des questions qui touchent à la vie privée.
mirror-which = Le miroir de quelle séance ?
mirror-no-seance = Aucune séance n'est encore enregistrée.
mirror-seance = { $day }, { $title }{ $group ->
    [none] { "" }
   *[other] , groupe { $group }
}{ $trial ->
    [yes] { " " }(essai)
   *[no] { "" }
}
mirror-place = Image { $position } sur { $total }
mirror-next = Suite
mirror-story = Le groupe a répondu à cette question. Qui veut raconter, avec ses mots ?
mirror-all = { $whole ->
    [yes] Toutes les personnes disent : { $answers }.
   *[no] Toutes les personnes qui ont répondu disent : { $answers }.
}
mirror-nearly = Presque toutes les personnes disent : { $answers }.
mirror-most = Plus de la moitié des personnes disent : { $answers }.
mirror-half = La moitié des personnes disent : { $answers }.
mirror-some = Une partie du groupe dit : { $answers }.
mirror-share = { $whole ->
    [yes] { $taken } personnes sur { $of } disent : { $answers }.
   *[no] { $taken } personnes sur les { $of } qui ont répondu disent : { $answers }.
}
mirror-first = La réponse la plus donnée : { $answer }.
mirror-frequent = { $n ->
    [one] La réponse la plus donnée : { $answers }.
   *[other] Les réponses les plus données : { $answers }.
}
mirror-answer = { $whole ->
    [yes] { $answer }, { $taken } personnes sur { $of }
   *[no] { $answer }, { $taken } personnes sur les { $of } qui ont répondu
}
mirror-and = { " ; " }
mirror-or = { " ou " }
mirror-others = une autre réponse
mirror-ask = Qu'en dit le groupe ?
mirror-ask-hint = Une phrase à la fois, sans nom de personne. Entrée la garde ; Entrée sans rien écrire : c'est tout.
mirror-said = Gardé : « { $text } »
mirror-keep = Entrée encore une fois pour garder cette phrase.
mirror-long = C'est trop long : 280 signes au plus. Faites-en deux phrases.
mirror-over = Le miroir est fini
mirror-finish = Terminer
mirror-say-more = Ajouter une phrase du groupe
mirror-sheet = Préparer une feuille à imprimer pour le groupe
mirror-sheet-ready = Ouvrez ce fichier, puis imprimez-le (Ctrl P) :
mirror-again = Revoir les images
mirror-page = Ce que nous avons répondu
mirror-page-said = Ce que nous en avons dit
mirror-page-when = { $title }, { $day }
mirror-page-note = Les phrases comptent des personnes, jamais une seule. Ce que dit un petit nombre n'est pas montré.
mirror-unknown = Aucune séance enregistrée n'a l'identifiant « { $id } ».
mirror-none = Aucune séance n'est encore enregistrée pour ce que vous demandez.
mirror-written = La feuille pour le groupe est prête : { $path }
stories-heading = Ce que des personnes ont raconté, et qu'elles veulent bien voir cité
stories-none = Il n'y a pas encore de récit à citer.
stories-about = { $question } { $answer }
stories-about-nothing = Sans titre
sayings-heading = Ce que les groupes en ont dit, après le miroir

## La borne : ce qu'en lit qui répond

borne-welcome = Bonjour. Ici, vous pouvez donner votre avis.
borne-welcome-long = { $questions ->
    [one] Il y a une question.
   *[other] Il y a { $questions } questions. Comptez environ une minute pour chacune.
} Prenez votre temps.
borne-welcome-who = Votre nom n'est pas demandé. Vos réponses vont à { $structure }. Personne ne les verra sur cet écran après vous.
borne-welcome-which = Quelle ligne est la vôtre ?
borne-start = Commencer
borne-speak = En français, s'il vous plaît
borne-who = Votre nom n'est pas demandé. Mais dans un petit groupe, quelqu'un peut deviner. Les réponses restent chez { $structure }, pour un bilan sans noms.
borne-left-discarded = Si vous partez avant la fin, vos réponses sont effacées.
borne-left-kept = Si vous partez avant la fin, les réponses déjà données sont gardées.
borne-age = Avez-vous { $age } ans ou plus ?
borne-age-yes = Oui
borne-age-no = Non
borne-young = Merci d'être venu ou venue
borne-young-text = Ces questions sont pour les personnes de { $age } ans et plus. Rien n'a été gardé. Votre avis compte aussi : dites-le à la personne qui vous accueille.
borne-call = Demander à quelqu'un d'écrire pour moi
borne-write = Écrire moi-même, avec le clavier
borne-helper = Appelez quelqu'un en qui vous avez confiance
borne-helper-text = Cette personne verra seulement cette question. Dites-lui vos mots, elle les tapera. Personne d'autre n'a besoin de regarder l'écran.
borne-helper-here = La personne est là, elle va écrire
borne-stop-text = Rien n'est encore enregistré.
borne-stop-no = Non, je continue
borne-failed-text = L'ordinateur n'a pas pu enregistrer. Ce n'est pas votre faute. Appelez la personne qui vous accueille : vos réponses sont encore là.
borne-closed = On ne peut pas répondre maintenant
borne-closed-text = L'ordinateur ne peut rien enregistrer. Prévenez la personne qui vous accueille.
borne-closed-again = Essayer encore
borne-card = Notez ces mots sur votre carton
borne-card-text = Gardez le carton dans l'enveloppe : il servira à la fin de la saison. Cet ordinateur oublie ces mots tout de suite après.
borne-card-here = Oui, je l'ai sous les yeux
borne-card-type = Quels mots sont sur votre carton ?
borne-thanks = Merci !
borne-thanks-text = Vos réponses sont enregistrées. Personne ne les verra sur cet écran.
borne-shown = Les résultats du groupe seront montrés : { $when }
borne-help = Si vous voulez parler à quelqu'un : { $help }
borne-last = { $count ->
    [one] Cet écran s'effacera dans une seconde.
   *[other] Cet écran s'effacera dans { $count } secondes.
} Pour le garder plus longtemps, appuyez sur une autre touche.
borne-end = J'ai fini
borne-goodbye = Très bien
borne-goodbye-text = Rien n'a été gardé. Bonne journée !
borne-still = Êtes-vous toujours là ?
borne-still-yes = Oui, je suis là
borne-still-nothing = { $count ->
    [one] Sinon, l'accueil reviendra dans une seconde.
   *[other] Sinon, l'accueil reviendra dans { $count } secondes.
}
borne-still-discarded = Vos réponses sont cachées. { $count ->
    [one] Sinon, elles seront effacées dans une seconde.
   *[other] Sinon, elles seront effacées dans { $count } secondes.
}
borne-still-kept = Vos réponses sont cachées. { $count ->
    [one] Sinon, celles déjà données seront gardées dans une seconde.
   *[other] Sinon, celles déjà données seront gardées dans { $count } secondes.
}
borne-lost = Cette touche ne fait rien ici. Ce n'est pas grave, rien n'est perdu.
borne-unchosen = Rien n'est encore choisi.
borne-unknown = « { $text } » n'est pas compris. Ce n'est pas grave, rien n'est perdu.
borne-how-any = Pour continuer, appuyez sur la grande touche Entrée, ou sur une autre.
borne-how-enter = Appuyez sur la grande touche Entrée.
borne-how-begin = Pour commencer, appuyez sur la grande touche Entrée.
borne-how-one = Appuyez sur le chiffre de la ligne qui vous va, puis sur la grande touche Entrée.
borne-how-chosen = Vous avez choisi : { $label }. Pour valider, appuyez sur la grande touche Entrée. Pour changer, appuyez sur un autre chiffre.
borne-how-several = Appuyez sur le chiffre de chaque réponse qui vous va, puis sur la grande touche Entrée.
borne-how-review = Pour enregistrer, appuyez sur la grande touche Entrée. Pour changer une réponse, appuyez d'abord sur son chiffre.
borne-how-ticked = Pour valider, appuyez sur la grande touche Entrée. Pour enlever une réponse, appuyez encore sur son chiffre.
borne-how-text = Tapez vos mots. À la fin, appuyez sur la grande touche Entrée. Sans rien écrire, Entrée revient en arrière.
borne-how-number = Tapez le nombre, puis la grande touche Entrée. Pour passer, appuyez sur Entrée sans rien écrire.
borne-how-day = Tapez le jour, puis la grande touche Entrée. Pour passer, appuyez sur Entrée sans rien écrire.
borne-how-card = Tapez les mots de votre carton, puis la grande touche Entrée. Sans rien écrire, Entrée revient en arrière.
borne-back = Revenir
borne-stop = Arrêter
borne-confirm = Valider
borne-listen = Écouter

### Ce qui suit est rarement dit : ce n'est lu que quand il le faut.

## Fichier de réponses

answers-doubt = avertissement : { $name } est gardée, mais à relire. { $doubt }
answers-saved = { $rows ->
    [0] Aucune ligne enregistrée.
    [one] { $rows } ligne enregistrée dans { $file }
   *[other] { $rows } lignes enregistrées dans { $file }
}
answers-refused = { $count ->
    [one] Une ligne refusée : elle n'est pas enregistrée.
   *[other] { $count } lignes refusées : elles ne sont pas enregistrées.
}
answers-trial = ESSAI : ces lignes ne compteront pas.
answers-trial-structure = Il manque la structure ou le contact dans recueil.toml.
answers-trial-parents = Il manque l'autorisation parentale dans recueil.toml.
answers-set-aside = La fin déchirée d'une ancienne ligne a été mise de côté dans { $file }
rows-well = { $file } : { $rows ->
    [0] aucune ligne
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, aucun problème.
rows-problems = { $file } : { $rows ->
    [0] aucune ligne
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, { $problems ->
    [one] un problème
   *[other] { $problems } problèmes
}.
rows-changed = cette ligne a été modifiée après l'enregistrement.
rows-no-form = { $file } : ce n'est pas un fichier de réponses, ou sa définition n'est plus dans « definitions », à côté de lui.
answers-empty = Le fichier est vide : la première ligne doit nommer les questions.
answers-no-question = Aucune colonne ne porte le nom d'une question de { $form }. Questions : { $names }.
answers-utf8 = Ce ne sont pas des lettres en UTF-8. Enregistrez le fichier en « CSV UTF-8 », puis recommencez.
answers-column = La colonne « { $name } » n'est pas connue : ni une question de { $form }, ni une colonne des lignes.
answers-column-twice = La colonne « { $name } » est là deux fois.
answers-cells = Cette ligne a { $found } cases, l'en-tête en a { $expected }.
answers-quote = Un guillemet n'est jamais refermé.
answers-closed = { $name } : cette question n'est pas posée après ces réponses. La case doit être vide ou NON_POSEE.
answers-open = { $name } : cette question est posée après ces réponses. La case ne peut pas être NON_POSEE.
answers-cell = { $name } : { $refusal }
answers-taken = { $name } : il faut 1 ou 0, ou le même code de non-réponse dans toutes les cases de la question.
answers-consent = Il faut que la personne ait accepté de répondre. Si elle l'a écrit sur sa feuille, mettez 1-accord dans la colonne « notice ».
answers-expected = Réponses possibles : { $names }.
meta-of-form = le questionnaire dit « { $value } ».
meta-one-of = il faut l'un de ces mots : { $words }.
meta-identifier = ce n'est pas un identifiant de ligne.
meta-words = il faut une ligne de 80 signes au plus.
meta-day = il faut une date : 2026-11-22 ou 22/11/2026.
meta-season = il faut une saison : 2026-2027.
meta-number = il faut un nombre entier, { $most } au plus.
meta-language = il faut un code de langue : fr.
meta-code = il faut deux mots et deux chiffres : lune-sapin-42.
meta-code-word = « { $word } » n'est pas un mot des codes : relisez la feuille.
meta-code-check = ce code a une erreur : relisez la feuille.

## Vérifier les réponses : ce qui est trouvé, puis quoi faire

row-mark = une marque invisible (BOM) est au début du fichier.
row-returns = les lignes finissent comme sous Windows (CR LF).
row-requoted = des guillemets entourent des cases qui n'en ont pas besoin.
row-latin = les lettres ne sont plus en UTF-8, mais comme un tableur de Windows les écrit.
row-blank = ligne vide.
row-unended = la dernière ligne est entière, mais rien ne la termine.
row-editor-do = Un éditeur ou un tableur a réenregistré ce fichier. Rien à faire : les réponses sont lues quand même. La prochaine fois, ouvrez une copie.
row-separator = les cases sont séparées par { $sign ->
    [semicolon] des points-virgules
   *[tab] des tabulations
}, et non par des virgules.
row-separator-do = Un tableur a réenregistré ce fichier. Les réponses sont lues, mais aucune ne peut plus y être ajoutée : remettez le fichier d'une copie du dossier, ou réenregistrez-le avec des virgules.
row-changed-do = Remettez cette ligne comme elle est dans une copie du dossier. Sans copie, elle est lue telle qu'elle est, et chaque vérification le redira.
row-too-long = cette ligne est bien plus longue qu'une réponse ne peut l'être.
row-damaged-do = Cette ligne n'est pas lue ; les autres le sont. Remettez-la d'une copie du dossier, ou ressaisissez la feuille.
row-torn = cette ligne s'arrête avant sa fin : l'ordinateur s'est arrêté pendant qu'elle s'écrivait.
row-torn-do = Elle n'est pas lue, et personne n'a vu « Enregistré » pour elle. Reprenez le brouillon s'il est proposé à l'accueil, sinon ressaisissez la feuille.
row-foreign = ici commence autre chose que l'en-tête d'un fichier de réponses : rien n'est lu.
row-foreign-do = Si c'est un fichier de réponses, remettez-le d'une copie du dossier. Sinon, sortez-le d'ici.
data-answer-do = Cette réponse n'a pas pu être donnée à l'écran. Comparez avec une copie du dossier, ou avec la feuille.
data-unread-do = Recommencez quand ce fichier peut être lu.
data-twice = la même ligne est déjà là : { $place }
data-twice-do = Rien à faire : elle ne compte qu'une fois.
data-conflict = une autre ligne a le même identifiant et dit autre chose : { $place }
data-conflict-do = Une seule des deux est vraie : comparez avec la feuille ou avec une copie du dossier. Rien n'est effacé en attendant.
data-misplaced = cette ligne n'est pas de ce fichier : elle est d'un autre questionnaire ou d'une autre version, ou c'est un essai parmi les vraies réponses, ou l'inverse.
data-misplaced-do = Quelqu'un l'a déplacée, ou a renommé le fichier. Remettez-le d'une copie du dossier.
data-unnamed = ce nom n'est pas celui d'un fichier de réponses.
data-unnamed-do = Si c'est une copie faite à la main, sortez-la d'ici : ses lignes pourraient être comptées deux fois. Si le fichier a été renommé, rendez-lui son nom.
data-no-definition = le questionnaire qui explique ce fichier n'est pas à côté de lui : definitions/{ $name }
data-no-definition-do = Remettez-le d'une copie du dossier. En attendant, les réponses sont lues, mais ne peuvent être ni expliquées ni vérifiées.
data-unread-definition = ce questionnaire ne peut pas être lu.
data-other-definition = ce questionnaire n'est pas celui que dit son nom : il a été modifié.
data-definition-do = Remettez-le d'une copie du dossier, ou d'un autre poste qui a posé le même questionnaire.
data-withdrawn = la personne a retiré cette réponse, et elle est encore là.
data-closing = la clôture de { $cycle } n'est pas finie : des codes sont encore dans ce fichier.
data-unfinished = reste d'un fichier que l'ordinateur n'a pas fini d'écrire. Il peut contenir des réponses.
data-interrupted-do = Ouvrez l'accueil de Recueil sur ce dossier : il finit ce qui a été interrompu. Puis vérifiez de nouveau.
data-bad-mark = ce retrait a été modifié ou abîmé. Il compte toujours.
data-bad-mark-do = Comparez avec une copie du dossier. Ne l'effacez pas : la réponse retirée pourrait revenir.
data-unreplaced = cette ligne a été corrigée, mais la nouvelle n'est nulle part.
data-unreplaced-do = Cherchez la nouvelle ligne dans une copie du dossier ou sur un autre poste. Sinon, remettez celle-ci dans le fichier de réponses.
data-uncorrected = cette ligne est dans l'historique, et elle compte encore : la correction s'est arrêtée avant la fin.
data-uncorrected-do = Rien n'est perdu. Si la correction est toujours voulue, refaites-la.
data-replaced = cette ligne compte encore, alors qu'une autre la corrige.
data-replaced-do = La réponse est comptée deux fois. Rassemblez de nouveau les dossiers, ou refaites la correction.
data-set-aside = { $lines ->
    [0] rien n'a été mis de côté ici.
    [one] une ligne a été mise de côté ici.
   *[other] { $lines } lignes ont été mises de côté ici.
}
data-set-aside-do = Regardez ces lignes : ressaisissez ce qui manque s'il y a une feuille. Puis effacez ce fichier : il contient des réponses.
data-undecided = { $rows ->
    [one] une réponse diffère d'un poste à l'autre.
   *[other] { $rows } réponses diffèrent d'un poste à l'autre.
}
data-undecided-do = Choisissez, pour chacune, la ligne qui est vraie. En attendant, aucune ne compte.
data-draft = un entretien a été interrompu ({ $answers ->
    [one] une réponse
   *[other] { $answers } réponses
}).
data-torn-draft = un entretien a été interrompu ({ $answers ->
    [one] une réponse lisible
   *[other] { $answers } réponses lisibles
} ; la fin est abîmée).
data-draft-do = Ouvrez l'accueil de Recueil sur ce dossier : il propose de le reprendre ou de l'effacer.
data-unread-draft = ce brouillon ne peut pas être lu.
data-unread-draft-do = Ouvrez l'accueil de Recueil sur ce dossier pour l'effacer, ou gardez-le : il contient des réponses.
data-saved-draft = les réponses de ce brouillon sont enregistrées.
data-saved-draft-do = Rien à faire : il sera effacé au prochain démarrage.
data-open = un tableur a ouvert un fichier d'ici, ou s'est arrêté sans le fermer.
data-open-do = Fermez-le sans enregistrer, et ouvrez plutôt une copie.
data-unknown = Recueil ne connaît pas cela, et n'y touche pas.
data-unknown-do = Rien à faire si vous savez ce que c'est. Une copie de réponses ne doit pas rester ici.
data-mode = d'autres utilisateurs de l'ordinateur peuvent l'ouvrir (droits { $mode }, il faut { $wanted }).
data-mode-do = Sous Linux ou macOS : chmod -R go-rwx sur ce dossier.
data-more = … et { $count ->
    [one] une autre fois
   *[other] { $count } autres fois
} (toutes avec --format json).
data-summary = { $path } : { $files ->
    [0] aucun fichier de réponses
    [one] un fichier de réponses
   *[other] { $files } fichiers de réponses
}, { $rows ->
    [0] aucune ligne
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, { $trials ->
    [0] aucun essai
    [one] { $trials } essai
   *[other] { $trials } essais
}{ $corrected ->
    [0] { "" }
    [one] , { $corrected } ligne corrigée
   *[other] , { $corrected } lignes corrigées
}{ $sealed ->
    [0] { "" }
    [one] , { $sealed } ligne scellée
   *[other] , { $sealed } lignes scellées
} : { $problems ->
    [0] rien à faire
    [one] une chose à regarder
   *[other] { $problems } choses à regarder
}{ $notices ->
    [0] .
    [one] , une à savoir.
   *[other] , { $notices } à savoir.
}

## Double saisie

verify-cell = Feuille { $sheet }, { $name } : « { $first } » ou « { $second } » ?
verify-alone = La feuille { $sheet } n'est pas dans { $file }.
verify-twice = La feuille { $sheet } est déjà à la ligne { $line }.
verify-no-number = Cette ligne n'a pas de numéro de feuille.
verify-no-column = Il manque la colonne « feuille » : c'est par son numéro qu'une feuille est retrouvée d'une saisie à l'autre.
verify-same = C'est deux fois le même fichier. Donnez la deuxième saisie.
verify-mistakes = Rien n'est enregistré. Corrigez d'abord ces erreurs, puis recommencez.
verify-differ = { $count ->
    [one] Une différence : rien n'est enregistré. Regardez la feuille, corrigez l'un des deux fichiers, puis recommencez.
   *[other] { $count } différences : rien n'est enregistré. Regardez les feuilles, corrigez l'un des deux fichiers, puis recommencez.
}

## Préparer un dossier

init-ask-site = En quel lieu ? (facultatif)
init-ask-referentiels = Quels référentiels utilisez-vous ? Leurs noms, séparés par des virgules ; rien pour tous
init-ask-lang = Quelle langue au départ : { $codes } ? (rien pour { $code })
init-exists = { $path } existe déjà.
init-exists-force = { $path } existe déjà. Rien n'est changé. Pour le remplacer, ajoutez --force.
init-replace = Le remplacer ? Ce qui y est écrit sera perdu. Pour le faire, écrivez oui
init-kept = Rien n'est changé : { $path } reste comme il est.
init-missing = Il manque { $flags }. Sans terminal pour poser les questions, chaque réponse vient d'une option.
init-wrong = --{ $flag } : { $message }
init-long = { $most } caractères au plus.
init-empty = Il faut écrire quelque chose.
init-written = Les réglages sont écrits : { $path }
init-next = Pour commencer : recueil --dossier "{ $folder }"
init-copied = { $count ->
    [0] Aucun questionnaire copié dans { $folder }
    [one] Un fichier de questionnaires copié dans { $folder }
   *[other] { $count } fichiers de questionnaires copiés dans { $folder }
}
init-left = Déjà là, laissés comme ils sont : { $names }
init-file = Les réglages de Recueil. Après un dièse (#), c'est une explication : le programme ne la lit pas.
init-structure = Le nom de la structure, tel que les gens le connaissent. Il est montré avant la première question.
init-contact = À qui poser une question sur les réponses : une fonction, un téléphone ou une adresse. Sans structure ni contact, tout reste un essai.
init-site = Le lieu. Facultatif.
init-lang = La langue au départ : { $codes }. Elle se change à tout moment avec F4.
init-referentiels = Les référentiels que vous utilisez, dans votre ordre ; sans cette ligne, tous. Il y a : { $ids }.
init-parents = Écrivez true quand les parents ont donné leur accord. Avant, les questionnaires des mineurs restent des essais.
init-screen = L'écran. theme : "clair", "sombre", "contraste" ou "sans_couleur" ; sans cette ligne, les couleurs du terminal. ascii : true sans flèches ni traits, pour un vieux terminal. taille : "grande" pour de gros caractères, ou "normale" ; sans cette ligne, grande si la fenêtre est petite.
init-aipd = Un référentiel de santé reste verrouillé tant que l'analyse d'impact (AIPD) n'est pas faite. Une fois faite, enlevez les deux dièses qui suivent et écrivez sa date.
init-clear = Ses lignes doivent aussi être scellées : recueil keys fait les clés et les ajoute à la fin de ce fichier. Les garder en clair est une exception, une décision de la structure : enlevez les deux dièses qui suivent et écrivez pourquoi, en une phrase.
init-retention = Combien de temps les choses sont gardées : les codes et les réponses, en mois après la fin de la saison ; les essais, en mois ; les brouillons, en jours. « recueil purge » dit ce qui est dû.

## Les clés, et ouvrir ce qui est scellé

keys-cannot = Cette version du programme ne sait ni sceller ni ouvrir. Prenez la version complète.
keys-there = { $path } a déjà des clés. Rien n'est changé. Pour en faire d'autres, enlevez d'abord la partie [cles] de ce fichier, et gardez les anciennes clés privées : elles seules ouvrent ce qui est déjà scellé.
keys-inside = { $folder } est dans le dossier des réponses : une clé à côté de ce qu'elle ouvre ne protège rien. Choisissez une clé USB.
keys-exists = { $path } existe déjà. Rien n'est changé : une clé écrasée ne se refait pas. Choisissez un autre dossier.
keys-written = Clé privée « { $name } » : { $path }
keys-sheet = Fiche de secours, à imprimer : { $path }
keys-settings = Clés publiques, dans { $path } : à partir de maintenant, chaque réponse est scellée.
keys-then = Et maintenant : imprimez la fiche de secours et mettez-la sous clé, loin d'ici. Effacez-la ensuite, avec { $path }. Donnez la clé « structure » à qui ouvrira les réponses. Aucune clé privée ne doit rester sur cet ordinateur.
keys-comment = À qui les réponses sont scellées. Ce sont des clés publiques : elles ferment, et n'ouvrent rien. Les clés privées sont gardées ailleurs (recueil open les demande).
keys-file = Clé privée « { $name } » de Recueil : elle ouvre toutes les réponses scellées. Ne la laissez pas à côté d'elles.
open-type = Tapez la clé ligne par ligne, puis une ligne vide :
open-key-none = { $file } : pas de clé privée ici. Elle commence par AGE-SECRET-KEY-1.
open-key-mistyped = { $file } : cette clé a une erreur. Vérification de chaque ligne : { $checks }. Comparez avec la fiche : la première qui diffère est la ligne à relire.
open-none = Aucune réponse scellée dans { $folder }
open-other-key = { $file } : cette clé ne l'ouvre pas.
open-damaged = { $file } : abîmé, ou ce n'est pas un fichier scellé.
open-unknown = { $file } : il s'ouvre, mais cette version ne sait pas ajouter ce qu'il contient. Voir docs/cles.md, « Sans Recueil ».
open-disputed = { $file } : un autre fichier dit autre chose sous le même identifiant. Aucun des deux n'est ajouté.
open-added = { $rows ->
    [one] { $rows } ligne ajoutée dans { $file }
   *[other] { $rows } lignes ajoutées dans { $file }
}
open-nothing = Aucune ligne à ajouter.
open-there = { $count ->
    [one] { $count } ligne était déjà là.
   *[other] { $count } lignes étaient déjà là.
}
open-withdrawn = { $count ->
    [one] { $count } ligne a été retirée : elle ne revient pas.
   *[other] { $count } lignes ont été retirées : elles ne reviennent pas.
}
open-readable = Ces lignes peuvent maintenant être lues dans { $folder }
open-left = Les fichiers scellés restent où ils sont. Pour les enlever une fois leurs lignes ajoutées : --remove
open-removed = { $count ->
    [one] { $count } fichier scellé enlevé.
   *[other] { $count } fichiers scellés enlevés.
}
open-unopened = { $count ->
    [one] { $count } fichier n'a pas été ajouté : il reste où il est.
   *[other] { $count } fichiers n'ont pas été ajoutés : ils restent où ils sont.
}
recovery-title = Fiche de secours
recovery-what = Les réponses recueillies par { $structure } avec le programme Recueil sont scellées : sans clé, personne ne peut les lire. Cette feuille est une clé. Qui la tient peut tout lire.
recovery-nobody = la structure
recovery-keep = Gardez-la dans une enveloppe fermée, dans un meuble fermé, loin de l'ordinateur et de l'autre clé. N'en faites ni photo ni photocopie.
recovery-given = Remise à (nom, fonction)
recovery-day = Le
recovery-place = Gardée où
recovery-key = La clé
recovery-check = vérification
recovery-letters = Après la première ligne il n'y a ni B, ni I, ni O, ni 1 : un rond est toujours le chiffre 0, une barre toujours la lettre L. Les deux chiffres de droite ne se tapent pas : ils servent à trouver la ligne mal tapée.
recovery-public = Sa clé publique, dans recueil.toml
recovery-when = Quand s'en servir
recovery-when-text = Quand l'autre clé est perdue, ou que la personne qui l'avait n'est plus là. Pas avant.
recovery-first = Il faut un ordinateur qui a Recueil, et le dossier des réponses scellées (ou sa copie).
recovery-second = Lancez :
recovery-third = Tapez la clé, ligne par ligne, puis une ligne vide. Les espaces et les majuscules sont sans importance. Une faute est dite, avec la ligne à relire.
recovery-fourth = Faites aussitôt de nouvelles clés (recueil keys), et gardez cette feuille : elle reste nécessaire pour ce qui a été scellé avant.
recovery-without = Sans Recueil : écrivez la clé sur une seule ligne d'un fichier cle.txt, et prenez le programme libre age (https://age-encryption.org) :

## Problèmes des fichiers de questionnaires

problem-error = erreur
problem-advice = que faire
advice-nearest = Vouliez-vous dire « { $name } » ?
whole-file = le fichier
problem-unreadable = Ce fichier ne peut pas être lu : { $system }
advice-unreadable = Vérifiez qu'il est bien là et que cet utilisateur a le droit de le lire.
problem-utf8 = Ce fichier n'est pas du texte en UTF-8
advice-utf8 = Ouvrez-le dans un éditeur de texte et enregistrez-le en UTF-8.
problem-large = Ce fichier est trop gros pour un questionnaire
advice-large = Il doit faire moins de { $limit } Kio. Est-ce le bon fichier ?
problem-syntax = L'écriture n'est pas correcte ici
advice-syntax = Regardez les guillemets, les crochets, les virgules et le signe = autour de cet endroit. (En anglais, le lecteur de TOML dit : { $detail })
problem-key = « { $key } » n'est pas une clé connue ici
advice-key = Enlevez cette ligne, ou corrigez le nom de la clé.
problem-missing = Il manque « { $key } » dans { $table }
advice-missing = Ajoutez : { $line }
problem-type = « { $key } » n'a pas le bon genre de valeur
advice-type = Il faut { $expected }.
expected-text = un texte entre guillemets
expected-integer = un nombre entier, 0 ou plus
expected-boolean = true ou false
expected-array = une liste entre crochets
expected-table = une partie sous crochets : [{ $key }]
expected-texts = un texte par langue, par exemple : { $key }.fr = "…"
problem-word = « { $word } » n'est pas possible pour « { $key } »
advice-word = Possible : { $allowed }.
problem-empty = « { $key } » est vide
advice-empty = Mettez-y quelque chose.
problem-day = « { $text } » n'est pas une date
advice-day = Écrivez-la ainsi, entre guillemets : "2026-09-15".
problem-public-key = Ce n'est pas une clé publique, ou elle a une erreur
advice-public-key = Une clé publique commence par age1 et a 62 signes. Copiez-la du fichier de la clé, à la ligne « public key ».
problem-private-key = C'est une clé privée : elle ne doit pas être ici
advice-private-key = Enlevez-la tout de suite : qui la lit ouvre tout. Mettez la clé publique, qui commence par age1.
problem-few-keys = Il faut au moins { $fewest } clés publiques, différentes
advice-few-keys = Si la seule clé se perdait, toutes les réponses seraient perdues. Gardez celle de la structure et celle de secours.
problem-name = « { $name } » n'est pas un nom possible
advice-name = Un nom commence par une lettre, n'a ni accent ni espace, 24 signes au plus, et après _ seulement des minuscules et des chiffres : A1b, A2c_quoi.
problem-reserved = « { $name } » est un nom réservé
advice-reserved = C'est une colonne de toutes les lignes, le code d'une non-réponse, le dossier des essais, ou un nom que Windows garde pour lui. Choisissez un autre nom.
problem-duplicate = { $what } « { $name } » : ce nom est déjà pris
advice-duplicate = Donnez un autre nom à l'un des deux : A1 et a1 sont le même nom.
problem-core = { $what } « { $name } » : le fichier commun en a déjà un de ce nom
advice-core = On ne redéfinit rien du fichier commun. Servez-vous-en tel quel, ou donnez un autre nom au vôtre.
problem-unknown = { $what } « { $name } » : rien ne porte ce nom
advice-unknown = Vérifiez le nom, ou ajoutez ce qui manque.
what-referentiel = Le référentiel
what-registre = L'axe
what-critere = Le critère
what-indicateur = L'indicateur
what-echelle = L'échelle
what-question = La question
what-choice = La réponse
what-form = Le questionnaire
problem-choices = Les réponses possibles ne vont pas avec le type « { $kind } »
advice-choices = Une question select_one ou select_multiple a une liste « choices », ou le nom d'une échelle dans son type, mais pas les deux. Un comptage (counts) a une liste « choices ». Les autres types n'ont ni l'une ni l'autre.
problem-exclusive = Une question à plusieurs réponses doit pouvoir dire « rien de tout cela »
advice-exclusive = Marquez l'une de ses réponses « exclusive = true ».
problem-alone = « exclusive » ne sert à rien ici : une seule réponse est possible
advice-alone = Enlevez « exclusive », ou écrivez select_multiple.
problem-other = « autre = true » ne va pas ici
advice-other = Une seule réponse d'une question à choix peut le porter, jamais « rien de tout cela » ni une ligne de comptage. Aucune réponse ne peut alors s'appeler autre_texte.
problem-favorable = Une « part » doit dire quelles réponses comptent
advice-favorable = Ajoutez par exemple « favorable = [3, 4] », ou prenez une autre « mesure ».
problem-later = La condition de « { $question } » nomme « { $name } », qui est posée après elle
advice-later = Dans la liste du questionnaire « { $form } », mettez « { $name } » avant « { $question } ».
problem-not-in-form = La condition de « { $question } » n'a rien à lire : le questionnaire « { $form } » ne pose pas « { $name } »
advice-not-in-form = Ajoutez « { $name } » avant « { $question } » dans « { $form } », ou enlevez « { $question } » de la liste.
problem-key-twice = Cette clé est déjà écrite plus haut
advice-key-twice = Gardez l'une des deux lignes.
problem-quotes = Ce guillemet n'est pas un guillemet droit
advice-quotes = Mettez des guillemets droits : " ".
problem-language = « { $key } » n'est pas une langue
advice-language = Une langue s'écrit fr, en, br ; et fr_tu pour dire « tu ».
problem-elsewhere = { $what } « { $name } » existe déjà dans { $file }
advice-elsewhere = Donnez-lui un autre nom, ou gardez un seul des deux fichiers.
problem-asked-twice = « { $name } » est deux fois dans la liste
advice-asked-twice = Enlevez-en une.
problem-not-a-choice = « { $name } » n'est pas une réponse de { $question }
advice-not-a-choice = Réponses de { $question } : { $choices }.
problem-no-choices = { $question } n'a pas de réponses au choix : « favorable » ne peut rien y compter
advice-no-choices = Enlevez { $question } de l'indicateur, ou prenez une autre « mesure ».
problem-itself = La condition de « { $name } » nomme « { $name } » elle-même
advice-itself = Dans « constraint », la réponse donnée s'écrit . (un point). « relevant » ne peut nommer que des questions posées avant.
problem-expression-word = « { $word } » n'est ni un texte, ni une question, ni une fonction
advice-expression-word = Écrivez '{ $word }' entre apostrophes si c'est une réponse, ou { "${" }{ $word }{ "}" } si c'est une question.
problem-expression-equal = Un seul signe = suffit
advice-expression-equal = Écrivez = au lieu de ==.
advice-name-id = Un identifiant commence par une lettre et n'a que des minuscules sans accent, des chiffres et des tirets, 48 signes au plus : com-court.
advice-name-choice = Une réponse s'appelle par un nombre, ou par des minuscules sans accent, des chiffres et _ , 24 signes au plus : de_1_a_2.
expected-tables = une partie sous doubles crochets : [[{ $key }]]
expected-choice = une réponse : { "{ name = \"…\", label.fr = \"…\" }" }
problem-expression-empty = La condition est vide
advice-expression-empty = Écrivez une condition, ou enlevez la ligne.
problem-expression-character = « { $text } » n'a pas de sens dans une condition
advice-expression-character = Une condition s'écrit par exemple : { "${A5} = 'oui'" }
problem-expression-unclosed = « { $text } » n'est jamais refermé
advice-expression-unclosed = Ajoutez le guillemet ou l'accolade qui manque.
problem-expression-unexpected = « { $text } » n'est pas attendu ici
advice-expression-unexpected = Il manque peut-être « and », « or », une virgule ou une parenthèse juste avant.
problem-expression-ends = La condition s'arrête trop tôt
advice-expression-ends = Il manque une valeur ou une parenthèse à la fin.
problem-expression-function = La fonction « { $name } » n'existe pas
advice-expression-function = Fonctions : not, selected, count-selected, if, coalesce, string-length, round, int, number, regex.
problem-expression-arguments = { $count ->
    [one] « { $name } » prend { $count } valeur entre parenthèses
   *[other] « { $name } » prend { $count } valeurs entre parenthèses
}
advice-expression-arguments = Séparez les valeurs par des virgules.
problem-expression-deep = La condition est trop longue, ou a trop de parenthèses les unes dans les autres
advice-expression-deep = Écrivez-la plus simplement.

problem-warning = attention
problem-pattern = Le motif entre guillemets ne peut pas être lu
advice-pattern = Un motif comme [0-9]{ "{5}" } va. Les regards en avant ou en arrière et les rappels de groupe ne sont pas possibles. (En anglais, le lecteur de motifs dit : { $detail })
problem-pattern-written = Le motif doit être écrit ici, entre guillemets
advice-pattern-written = Écrivez par exemple : regex(., '[0-9]{ "{5}" }')

## Règles de sens : E à corriger, W à corriger ou à accepter avec une raison

problem-e034 = « { $name } » ne demande pas un nombre de personnes
advice-e034 = « parmi » nomme une question de type integer, posée avant : combien de personnes étaient là.
problem-e060 = « { $name } » n'est pas une réponse de { $text }
advice-e060 = Réponses possibles : { $choices }.
problem-e061 = { $text } a plusieurs réponses : « = » ne convient pas
advice-e061 = Écrivez selected({ $text }, 'réponse').
problem-e062 = { $text } n'est pas un nombre : rien n'est plus petit ou plus grand que lui
advice-e062 = Comparez avec = ou != , ou choisissez une question qui donne un nombre.
problem-e063 = { $text } n'est pas un nombre : il ne se calcule pas
advice-e063 = Seuls les nombres et les échelles ordonnées (1, 2, 3…) se calculent.
problem-e065 = « { $name } » ne convient pas à { $text }
advice-e065 = selected veut une question à choix ; count-selected, une question à plusieurs réponses.
problem-e066 = { $text } n'a pas de réponse : c'est un texte à lire ou un comptage
advice-e066 = Nommez une question qui a une réponse. D'un comptage, nommez une autre question.
problem-e067 = Le point est la réponse à cette question, qui n'est pas encore posée
advice-e067 = Dans « relevant », nommez une question posée avant. Le point sert dans « constraint ».
problem-e070 = { $question } n'est jamais posée dans { $form }
advice-e070 = Aucune suite de réponses ne rend cette condition vraie. Corrigez-la, ou la condition des questions qu'elle nomme.
problem-e071 = Aucune réponse à { $question } n'est acceptée dans { $form }
advice-e071 = Cette contrainte refuse tout. Corrigez-la.
problem-e080 = { $change ->
    [type] { $name } est publiée, et demande autre chose maintenant (avant { $before } ; maintenant { $now })
    [choices] { $name } est publiée, et n'a plus les mêmes réponses (avant { $before } ; maintenant { $now })
   *[choice] { $name } est publiée, et sa réponse { $choice } veut dire autre chose (avant « { $before } » ; maintenant « { $now } »)
}
advice-e080 = { $change ->
    [choice] Sous le même nom, les lignes d'avant et d'après ne diraient plus la même chose. Remettez ces mots, ou donnez un nouveau nom à la question.
   *[other] Les réponses d'avant ne se comparent plus. Remettez ce qui est publié, et donnez un nouveau nom à la nouvelle question.
}
problem-e081 = { $form } a changé, mais sa version est toujours { $version }
advice-e081 = Écrivez version = { $next } : les lignes d'avant et d'après ne doivent pas se confondre.
problem-e082 = { $name }, question commune, n'est plus celle du programme
advice-e082 = Les réponses ne s'additionneraient plus avec celles des autres structures. Remettez les mots communs, ou écrivez une question à vous sous un autre nom.
problem-w100 = L'échelle { $name } ne sert à aucune question
advice-w100 = Enlevez-la, ou écrivez reserve = true.
problem-w101 = Le critère { $name } n'a aucun indicateur
advice-w101 = Donnez-lui un indicateur qui ne soit pas en réserve, enlevez-le, ou écrivez reserve = true.
problem-w102 = La question { $name } n'est dans aucun questionnaire
advice-w102 = Posez-la, enlevez-la, ou écrivez reserve = true.
problem-w103 = Rien ne nourrit l'indicateur { $name } : aucune de ses questions n'est posée
advice-w103 = Posez une de ses questions, ou écrivez reserve = true.
problem-w104 = { $name } est dite en réserve, mais elle sert
advice-w104 = Enlevez reserve = true.
problem-w106 = Il manque ce texte dans une langue du fichier : { $language }
advice-w106 = Ajoutez-le, ou acceptez que cette langue soit incomplète.
problem-w107 = { $form } dit « tu », et ce texte dit « vous »
advice-w107 = Ajoutez fr_tu. Une question commune qui n'en a pas ne se pose pas avec « tu ».
problem-w108 = { $key ->
    [attention] Cette réponse à confirmer ne dit pas à la personne ce qui étonne
   *[other] Cette contrainte ne dit pas à la personne ce qui ne va pas
}
advice-w108 = Ajoutez { $key }_message.fr.
problem-w110 = Cette condition est toujours vraie
advice-w110 = Enlevez-la : elle ne change rien.
problem-w111 = { $holds ->
    [0] Cette partie de la condition est toujours fausse : { $text }
   *[other] Cette partie de la condition est toujours vraie : { $text }
}
advice-w111 = Enlevez-la ou corrigez-la : elle ne change rien.
problem-w120 = { $name } est demandée à l'arrivée ({ $form }), et jamais ensuite à ce rôle : { $role }
advice-w120 = Sans la seconde réponse on ne voit aucun changement. Posez-la aussi à la sortie ou au suivi.
problem-w121 = Échelle inégale : { $low } d'un côté, { $high } de l'autre
advice-w121 = Autant de réponses d'un côté que de l'autre, sinon le résultat penche tout seul.
problem-w122 = La question suggère une cause : « { $words } »
advice-w122 = Demandez le fait, sans dire d'où il vient.
problem-w123 = « { $words } » ne peut pas se lire à voix haute
advice-w123 = Écrivez les deux mots (« fier ou fière »), ou un mot qui convient à tous.
problem-w124 = Ce questionnaire de sortie n'a pas de question pour ce qui ne va pas
advice-w124 = Posez T2 avant T1.
problem-w125 = T1 est posée avant T2
advice-w125 = Demandez d'abord ce qu'il faudrait changer, puis ce qui a changé.
problem-w126 = Deux idées dans une question : « { $words } »
advice-w126 = Une question par idée : sinon on ne sait pas à laquelle la personne répond.
problem-w127 = Phrase longue : { $count } mots
advice-w127 = Une quinzaine de mots au plus.
problem-w128 = Deux négations dans une phrase : « { $words } »
advice-w128 = Dites-le autrement : on ne sait plus ce que « oui » veut dire.
problem-w129 = { $count } questions
advice-w129 = 12 au plus, sans compter les suites conditionnelles. Gardez l'essentiel, ou faites deux questionnaires.
problem-w130 = Rien ne donne l'avertissement { $code } ici
advice-w130 = Enlevez-le de « accepte » : il cacherait le prochain.
problem-w131 = Ce sont les mots de la question commune { $name }
advice-w131 = Posez { $name } elle-même : ses réponses s'additionnent avec celles des autres.
problem-w132 = Des mots sont demandés, et rien ne demande si on peut les recopier
advice-w132 = Posez T6 juste après { $last }, la dernière question à réponse libre.
problem-w133 = { $change ->
    [choice] { $name } est publiée, et sa réponse { $choice } se dit autrement maintenant (avant « { $before } » ; maintenant « { $now } »)
    [list] { $name } est publiée, et ses réponses se disent autrement maintenant (avant « { $before } » ; maintenant « { $now } »)
    [added] { $name } est publiée, et offre des réponses de plus maintenant : { $choice }
    [removed] { $name } est publiée, et n'offre plus ces réponses : { $choice }
    [order] { $name } est publiée, et ses réponses sont dans un autre ordre maintenant
    [exclusive] { $name } est publiée, et sa réponse { $choice } ne va plus de la même façon avec les autres
   *[label] { $name } est publiée, et se dit autrement maintenant (avant « { $before } »)
}
advice-w133 = { $change ->
    [order] On choisit plus volontiers ce qu'on lit ou entend d'abord : les réponses d'avant ne se comparent plus. Remettez l'ordre, ou dites pourquoi il change : accepte.W133 = "…".
    [added] Les réponses d'avant et d'après se comparent, sauf { $except }. Si cela suffit, dites-le : accepte.W133 = "…".
    [removed] Les réponses d'avant et d'après se comparent, sauf { $except }. Si cela suffit, dites-le : accepte.W133 = "…".
    [exclusive] Les réponses d'avant et d'après se comparent, sauf { $except }. Si cela suffit, dites-le : accepte.W133 = "…".
   *[other] Les réponses d'avant ne se comparent que si le sens est le même. S'il l'est, dites-le : accepte.W133 = "…". Sinon, donnez un nouveau nom.
}

## Ce qui a changé entre deux versions

cli-nothing-there = Il n'y a rien ici : { $path }
cli-diff-kinds = Un fichier ne se compare pas à un dossier : { $file } est un fichier, { $folder } un dossier. Donnez deux fichiers ou deux dossiers.
cli-diff-ids = Ces deux fichiers ne sont pas du même référentiel : avant « { $old } » ; maintenant « { $new } ».
cli-against-other = Rien à comparer : { $old } contient { $before }, et ce qui est vérifié contient { $now }.
diff-same = Rien n'a changé.
diff-same-referentiel = { $id } : rien n'a changé.
diff-heading = { $titre } ({ $id })
diff-referentiel-added = Nouveau référentiel : { $titre } ({ $id }). Questionnaires : { $forms }.
diff-referentiel-removed = Ce référentiel n'est plus là : { $titre } ({ $id }). Questionnaires : { $forms }.
diff-form = Questionnaire { $id } { $titre }
diff-form-added = Nouveau questionnaire { $id } { $titre }
diff-form-removed = Ce questionnaire n'est plus là : { $id } { $titre }
diff-form-questions = questions : { $names }
diff-version-kept = La version est toujours { $version }, alors que ce qui est demandé a changé.
diff-questions = Autres questions du fichier
diff-question = { $name } { $label }
diff-question-first = { $name } { $label } : nouvelle, en premier
diff-question-after = { $name } { $label } : nouvelle, après { $after }
diff-question-added = { $name } { $label } : nouvelle
diff-question-closed = { $name } { $label } : n'est plus posée ici
diff-question-removed = { $name } { $label } : n'est plus dans le fichier
diff-nothing = rien
diff-always = toujours
diff-itself = réponse
diff-or = ou
diff-answered = a une réponse
diff-unanswered = est sans réponse
diff-field = { $name } : avant { $before } ; maintenant { $now }
diff-asked-of = { $name } : avant { $before } ; maintenant { $now }. Elle n'est plus posée aux mêmes personnes : regardez qui répond avant de comparer.
diff-key-titre = titre
diff-key-porteur = porteur
diff-key-version = version
diff-key-statut = statut
diff-key-lieu = nom du lieu dans les questions
diff-key-sensible = public sensible
diff-key-precision-date = précision des dates
diff-key-registre = axe
diff-key-tronc-commun = critère commun
diff-key-critere = critère
diff-key-nature = nature
diff-key-mesure = mesure
diff-key-questions = questions
diff-key-favorable = réponses qui comptent
diff-key-role = qui répond
diff-key-moment = moment
diff-key-adresse = on dit
diff-key-age-minimum = âge minimum
diff-key-relevant = posée si
diff-key-constraint = réponse acceptée si
diff-key-parmi = comptés parmi
diff-key-somme = chacun compté une seule fois
diff-word-oui = oui
diff-word-non = non
diff-word-derive = dérivé
diff-word-en-discussion = en discussion
diff-word-valide = validé
diff-word-jour = le jour
diff-word-mois = le mois
diff-word-cycle = la saison
diff-word-realisation = réalisation
diff-word-resultat = résultat
diff-word-impact = impact
diff-word-part = part
diff-word-repartition = répartition
diff-word-nombre = nombre
diff-word-ecart = écart
diff-word-entree = entrée
diff-word-en-cours = en cours
diff-word-sortie = sortie
diff-word-suivi = suivi
diff-word-ponctuel = une seule fois
diff-word-vous = « vous »
diff-word-tu = « tu »
diff-type = demandait { $before } ; demande maintenant { $now }
diff-type-select-one = une réponse au choix
diff-type-select-multiple = plusieurs réponses au choix
diff-type-integer = un nombre
diff-type-text = des mots
diff-type-date = une date
diff-type-note = de lire un texte, sans réponse
diff-type-counts = de compter des personnes
diff-label = se dit autrement
diff-label-tu = se dit autrement à ceux qu'on tutoie
diff-before = avant : { $text }
diff-now = maintenant : { $text }
diff-choices-added = { $count ->
    [one] réponse nouvelle : { $names }
   *[other] réponses nouvelles : { $names }
}
diff-choices-removed = { $count ->
    [one] réponse enlevée : { $names }
   *[other] réponses enlevées : { $names }
}
diff-choice-reworded = la réponse { $name } se dit autrement : avant { $before } ; maintenant { $now }
diff-choice-repurposed = la réponse { $name } veut dire autre chose : avant { $before } ; maintenant { $now }
diff-choices-order = réponses dans un autre ordre : avant { $before } ; maintenant { $now }
diff-made-exclusive = la réponse { $name } ne va plus avec aucune autre
diff-made-ordinary = la réponse { $name } va maintenant avec d'autres
diff-nc = « pas concerné » : avant { $before } ; maintenant { $now }
diff-nc-reworded = « pas concerné » se dit autrement : avant { $before } ; maintenant { $now }
diff-offer-no = impossible
diff-offer-passing = possible en passant la question
diff-offer-among = proposé parmi les réponses ({ $words })
diff-moved = déplacée après { $after }
diff-moved-first = déplacée en premier
diff-asides = sans effet sur la comparaison, aussi changé : { $names }
diff-aside-hint = la précision sous la question
diff-aside-reformulation = la question autrement dite
diff-aside-constraint-message = ce qui est dit d'une réponse refusée
diff-aside-attention = quelle réponse est à confirmer
diff-aside-attention-message = ce qui est dit d'une réponse à confirmer
diff-aside-autre = la réponse qui demande de préciser en quelques mots
diff-aside-sensible = le caractère sensible
diff-aside-translations = les traductions
diff-aside-tu = les mots pour dire « tu »
diff-answers-yes = Les réponses d'avant et d'après se comparent.
diff-answers-meaning = Les réponses d'avant et d'après ne se comparent que si le sens est le même.
diff-answers-except = Les réponses d'avant et d'après se comparent, sauf { $names }.
diff-answers-except-meaning = Les réponses d'avant et d'après ne se comparent que si le sens est le même, et sauf { $names }.
diff-answers-no = Les réponses d'avant et d'après ne se comparent pas.
diff-columns-added = { $count ->
    [one] Colonne nouvelle : { $names }
   *[other] Colonnes nouvelles : { $names }
}
diff-columns-removed = { $count ->
    [one] Colonne qui disparaît : { $names }
   *[other] Colonnes qui disparaissent : { $names }
}
diff-columns-changed = { $count ->
    [one] Colonne de même nom, à lire autrement : { $names }
   *[other] Colonnes de même nom, à lire autrement : { $names }
}
diff-things = Axes, critères et indicateurs
diff-thing-added = { $what } { $code } est nouveau : { $titre }
diff-thing-removed = { $what } { $code } n'est plus là : { $titre }
diff-thing-changed = { $what } { $code } a changé : { $titre }
diff-compare = Les réponses d'avant et d'après se comparent :
diff-compare-form = { $form } : { $answer }
diff-compare-yes = oui
diff-compare-no = non
diff-compare-other = non, il n'est plus posé aux mêmes personnes ou au même moment
diff-compare-added = non, rien avant
diff-compare-removed = non, rien maintenant
diff-compare-partly = en partie ({ $parts })
diff-part-meaning = { $names } si le sens est le même
diff-part-except = { $name } sauf { $choices }
diff-part-except-meaning = { $name } sauf { $choices }, et si le sens est le même
diff-part-no = pas { $names }
diff-part-added = rien avant pour { $names }
diff-part-removed = rien maintenant pour { $names }

## Colonnes des lignes

codebook-title = Les réponses, colonne par colonne
codebook-intro = Ce dossier contient les réponses recueillies : une ligne par personne, un fichier CSV par questionnaire, version et poste. UTF-8, virgule, une ligne d'en-tête. Les essais sont à part, dans « essai » : ils ne comptent jamais. À côté des lignes, « definitions » garde chaque questionnaire tel qu'il a été posé.
codebook-sealed = Là où les réponses sont scellées, « scelle » en a une par fichier, chiffrée, sous un nom qui ne dit rien : « recueil open » les ouvre, avec une clé gardée ailleurs.
codebook-edit = N'ouvrez pas ces fichiers pour les corriger : copiez-les d'abord. « recueil check data » dit ce qui y a été modifié ou abîmé, et quoi faire ; il ne change rien.
codebook-first = Colonnes de toutes les lignes
codebook-name = colonne
codebook-meaning = ce qu'elle dit
codebook-values = ce qu'elle peut contenir
codebook-answers = Colonnes des questions
codebook-answers-text = Elles portent le nom de la question (par exemple A1b) et contiennent le nom de la réponse choisie, tel que « definitions » l'explique. Une question à plusieurs réponses a d'abord les noms choisis, séparés par une espace, puis une colonne par réponse possible (A3__idee) : 1, 0, ou le code de non-réponse. Là où une réponse fait préciser (« autre »), les mots suivent dans une colonne à eux (A3__autre_texte). Aucune de ces cases n'est jamais vide.
codebook-guard = Un texte qu'un tableur prendrait pour une formule ou un nombre (« =1+1 », « 007 ») est précédé d'une apostrophe : enlevez-en une pour retrouver le texte exact.
codebook-missing = Codes de non-réponse
codebook-seances = Les séances et les votes à main levée
codebook-seances-text = « seances » a une ligne par séance : combien de personnes, par quel chemin. « collectif » a une ligne par question et par réponse d'un vote à main levée : combien de mains, jamais des personnes ; SANS_REPONSE y compte qui n'a levé aucune main. Ces nombres ne s'ajoutent jamais aux lignes des personnes. Les deux fichiers ont aussi les colonnes referentiel à horloge ci-dessus, et finissent par « controle ».
codebook-in = dans
column-seance-id = identifiant de la séance, le même dans les deux fichiers
column-chemin = comment le groupe a répondu : au clavier, sur des feuilles, à main levée
column-presents = personnes présentes, sans l'équipe
column-repondu = ont répondu jusqu'au bout
column-refus = n'ont pas voulu répondre
column-partis = sont parties avant la fin
column-absents = étaient attendues, et absentes
column-diapo = image montrée, à partir de 1 ; vide pour une phrase du groupe
column-montre = 1 si le groupe a vu l'image, 0 si elle était cachée
column-texte = la phrase de l'image, ou la phrase du groupe
column-question = question, par son nom
column-reponse = réponse, comme dans les lignes des personnes
column-nombre = mains levées pour cette réponse
codebook-last = La dernière colonne, « controle », est la lettre c puis la somme CRC-32 de toutes les autres cases, jointes par le caractère U+001F. Si elle ne correspond plus, la ligne a été modifiée après l'enregistrement.
codebook-files = Les fichiers de ce dossier
codebook-file-rows = les lignes d'un questionnaire, saisies sur un ordinateur. Son nom dit le questionnaire, sa version et l'ordinateur, par huit lettres tirées au hasard.
codebook-file-segment = la suite du même fichier (puis -3, -4…). Elle commence quand le disque n'a pas confirmé une écriture. La même ligne peut être dans les deux : on la compte une fois, par son `reponse_id`.
codebook-file-lock = réservé pendant une écriture. Il ne contient pas de réponse. Laissez-le.
codebook-file-aside = ce qui n'était pas une ligne entière, mis de côté après une panne. Rien n'en est compté. Gardez-le tant que personne ne l'a lu.
codebook-file-unfinished = un fichier en cours d'écriture. S'il reste après une panne, le programme l'enlève.
codebook-file-reserve = de la place gardée de côté. Quand le disque est plein, elle sert à la dernière ligne. Elle revient d'elle-même.
codebook-file-withdrawn = les lignes retirées à la demande de quelqu'un : leur identifiant et le jour, rien d'autre. Ne l'effacez pas : il empêche qu'elles reviennent d'une copie.
content-identifier = un identifiant au hasard (UUID 4)
content-of-form = ce que dit le questionnaire
content-words = une ligne de texte, ou rien
content-day = un jour (2026-11-22), ou le mois, ou la saison si le référentiel le demande
content-season = une saison : 2026-2027
content-one-of = { $words }
content-number = un nombre entier jusqu'à { $most }, ou rien
content-language = un code de langue : fr
content-code = deux mots et deux chiffres : lune-sapin-42, ou rien ; une fois la saison close, un numéro de paire : paire-04711234
column-reponse-id = identifiant de la réponse
column-referentiel = référentiel
column-questionnaire = questionnaire
column-version = version du questionnaire
column-empreinte = début de l'empreinte du questionnaire : deux lignes de même empreinte ont reçu les mêmes questions
column-structure = structure qui a recueilli la réponse
column-site = lieu
column-poste = nom au hasard de la machine
column-cycle = saison, de septembre à août
column-groupe = groupe
column-seance = séance
column-feuille = numéro de la feuille de papier
column-role = qui répond
column-moment = quand dans le parcours
column-plan = plan : avant et après, sortie seule, ou rétrospectif
column-support = écran, papier ou téléphone
column-aide = avec quelle aide la personne a répondu ; vide si ce n'est pas noté
column-aidant = qui l'a aidée ; vide si ce n'est pas noté
column-aide-langue = 1 si quelqu'un a aidé pour la langue ; vide si ce n'est pas noté
column-langue = langue de l'entretien
column-notice = version de l'information donnée avant la première question ; -tu : dite à un enfant ou à un élève, -equipe : à l'équipe, -accord : la personne a dit qu'elle acceptait
column-code = code qui relie l'entrée et la sortie d'une même personne ; vide si elle n'en a pas
column-date = jour de la première réponse
column-saisie = jour de la saisie
column-duree-min = minutes passées à répondre ; vide sur papier, et si l'entretien a été interrompu puis repris
column-horloge = l'horloge de la machine était-elle juste ?
column-etat = questionnaire complet ou interrompu
column-essai = 1 pour un essai, 0 pour une réponse qui compte
column-remplace = identifiant de la réponse que celle-ci corrige
code-nsp = ne sait pas
code-refus = ne veut pas répondre
code-nc = n'est pas concernée
code-pas-compris = n'a pas compris la question
code-sans-reponse = question passée sans raison, ou case vide sur le papier
code-illisible = illisible, ou deux cases cochées sur le papier
code-non-posee = question non posée : une condition l'a fermée
code-non-atteinte = arrêt avant cette question

## Référentiels et questionnaires montrés

cli-ref-unknown = Aucun référentiel ne s'appelle « { $name } ».
cli-refs = Référentiels : { $names }.
page-exists = { $path } existe déjà. Donnez un autre nom, ou ajoutez --force pour le remplacer.
page-folder = Le dossier { $folder } n'existe pas. Créez-le, ou choisissez un autre nom de fichier.
show-written = La page est écrite : { $path }
show-title = { $title } ({ $id })
show-fact = { $name } : { $value }
show-choice = { $name } « { $label } »
show-thing = { $what } { $name }
show-porteur = Porteur
show-version = Version
show-statut = Statut
show-statut-derive = dérivé d'informations publiques ; le texte d'origine du porteur n'a pas été retrouvé. Ce ne sont pas les mots du porteur.
show-statut-en-discussion = en discussion avec le porteur : ce n'est pas encore son texte.
show-precision = Date des réponses
show-precision-jour = le jour
show-precision-mois = le mois, jamais le jour
show-precision-cycle = la saison, jamais le jour ni le mois
show-sensible = Public sensible
show-sensible-text = le seul fait d'en être dit déjà quelque chose de privé
show-content = Contenu
show-holds = { $criteria ->
    [one] { $criteria } critère
   *[other] { $criteria } critères
}, { $indicators ->
    [one] { $indicators } indicateur
   *[other] { $indicators } indicateurs
}, { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}, { $forms ->
    [one] { $forms } questionnaire
   *[other] { $forms } questionnaires
}
show-sources = Sources :
show-axe = Axe { $code } : { $title }
show-critere = Critère { $code } : { $title }
show-critere-common = Critère commun { $code } : { $title }
show-with = Va avec le critère commun
show-with-one = { $code } ({ $title })
show-common = Commun
show-common-text = ce critère est du référentiel commun ; des questionnaires d'ici posent de ses questions
show-opinions = Avis autour de la table
show-indicators = Indicateurs
show-indicator = Indicateur
show-nature = Nature
show-nature-realisation = réalisation (ce qui a été fait)
show-nature-resultat = résultat (un changement direct)
show-nature-impact = impact (un changement durable)
show-mesure = Mesure
show-mesure-part = part des personnes dont la réponse compte
show-mesure-repartition = répartition des réponses
show-mesure-nombre = nombre
show-mesure-ecart = écart entre l'arrivée et la suite
show-favorable = Réponses qui comptent
show-fed = Questions qui le nourrissent
show-kept = En réserve
show-kept-critere = rien de ce qui est posé ne le nourrit
show-kept-indicateur = rien de ce qui est posé ne le nourrit
show-kept-question = gardée, dans aucun questionnaire
show-questions = Questions
show-question = Question
show-answers = Réponses
show-asked = Posée dans
show-asked-nowhere = aucun questionnaire
show-kind-multiple = plusieurs réponses possibles
show-kind-integer = un nombre entier
show-kind-text = quelques mots
show-kind-date = un jour
show-kind-note = un texte à lire
show-kind-counts = un nombre de personnes par ligne
show-apart = Questions sans critère
show-apart-text = Elles ne nourrissent aucun indicateur.
show-reserve = En réserve
show-reserve-text = Gardé pour qui en voudrait : aucun questionnaire ne s'en sert.
show-accepted = Avertissements acceptés
show-accepted-one = { $code }. { $thing } : { $reason }
show-forms = Questionnaires
show-form-role = Pour qui
show-form-moment = Quand
show-form-languages = Langues
show-form-age = Âge
show-form-age-years = { $age } ans et plus
show-form-questions = { $counted ->
    [one] { $counted } comptée
   *[other] { $counted } comptées
}, { $conditional ->
    [0] sans suite conditionnelle
    [one] et { $conditional } suite conditionnelle
   *[other] et { $conditional } suites conditionnelles
}
show-form-order = Questions, dans leur ordre
show-condition = Posée si
moment-entree = arrivée
moment-en-cours = en cours
moment-sortie = sortie
moment-suivi = suivi
moment-ponctuel = ponctuel
forms-referentiels = Référentiels
forms-referentiel = référentiel
forms-title = titre
forms-criteria = critères
forms-indicators = indicateurs
forms-questions = questions
forms-forms = questionnaires
forms-forms-title = Questionnaires
forms-id = questionnaire
forms-role = pour qui
forms-moment = quand
forms-counted = questions
forms-conditional = suites
forms-languages = langues
forms-age = âge

## Conditions, en mots

said-answered = vous avez répondu { $answers } à la question { $number }
said-answered-tu = tu as répondu { $answers } à la question { $number }
said-given = vous avez répondu à la question { $number }
said-given-tu = tu as répondu à la question { $number }
said-written = vous avez écrit quelque chose
said-written-tu = tu as écrit quelque chose
said-or = { $first } ou { $second }
said-and = { $first } et { $second }

## Feuilles de papier : ce que lit qui répond

sheet-print = Pour imprimer : papier A4, taille réelle (100 %), sans en-tête ni pied de page. { $pages ->
    [one] Chaque feuille a une page.
   *[other] Chaque feuille a { $pages } pages.
} { $sides ->
    [one] Imprimez en recto seul : en recto verso, la feuille suivante commencerait au dos. Pour le recto verso, refaites-les avec --recto-verso.
    [both] Imprimez en recto verso : la feuille suivante ne commence jamais au dos.
   *[either] Recto seul ou recto verso, comme vous voulez.
}
sheet-word = Feuille
sheet-trial = ESSAI
sheet-refuse = Je ne veux pas répondre : je rends cette feuille telle quelle.
sheet-how = Mettez une croix dans une case. Vous pouvez laisser une question vide.
sheet-how-tu = Mets une croix dans une case. Tu peux laisser une question vide.
sheet-one = Une seule croix
sheet-several = Plusieurs réponses possibles
sheet-no-name = N'écrivez aucun nom.
sheet-no-name-tu = N'écris aucun nom.
sheet-day = jj
sheet-month = mm
sheet-year = aaaa
sheet-if = Si { $condition } :
sheet-if-unsaid = Si cela vous concerne :
sheet-if-unsaid-tu = Si cela te concerne :
sheet-end = C'est fini. Merci.
sheet-turn = La suite est sur la page suivante ➜
sheet-blank = Il n'y a rien de ce côté.
coupon-cut = ✂ À découper ici
coupon-of-sheet = Code de cette feuille :
coupon-yours = Votre code :
coupon-yours-tu = Ton code :
coupon-keep = Gardez ce coupon : il servira à la fin de la saison. Ne l'écrivez nulle part ailleurs.
coupon-keep-tu = Garde ce coupon : il servira à la fin de la saison. Ne l'écris nulle part ailleurs.
coupon-number = Pour corriger ou retirer vos réponses, donnez ce numéro de feuille à : { $contact }
coupon-number-tu = Pour corriger ou retirer tes réponses, donne ce numéro de feuille à : { $contact }
coupon-copy = Recopiez ici votre code :
coupon-copy-tu = Recopie ici ton code :
coupon-if-any = Si vous en avez un.
coupon-if-any-tu = Si tu en as un.
sheets-written = { $count ->
    [one] Une feuille, numéro { $first }, est prête : { $path }
   *[other] { $count } feuilles, de { $first } à { $last }, sont prêtes : { $path }
}
sheets-then = Ouvrez ce fichier dans un navigateur et imprimez-le.
sheets-trial = ESSAI : c'est écrit sur chaque page.
sheets-count = Il faut de 1 à { $most } feuilles : { $count } n'est pas possible.
sheets-last = Les feuilles ont un numéro de 1 à { $most } : de { $first } à { $last }, ce n'est pas possible.
sheets-aloud = La page de qui lit à voix haute est prête : { $path }

## Réponses inventées

simulate-trial = ESSAI : ces réponses sont inventées. Elles vont à part et ne compteront pas.
simulate-saved = { $rows ->
    [one] { $rows } ligne inventée (graine { $seed }) ajoutée dans { $file }
   *[other] { $rows } lignes inventées (graine { $seed }) ajoutées dans { $file }
}
simulate-count = Il faut de 1 à { $most } lignes : { $count } n'est pas possible.
simulate-no-twin = « { $form } » ne va pas par deux : il faut un questionnaire d'arrivée ou de fin de saison dont l'autre existe, pour les mêmes personnes.
simulate-twice = Les lignes de la graine { $seed } sont déjà dans { $file }. Rien n'est ajouté. Choisissez une autre graine.

## Lire à voix haute

aloud-for = Pour la personne qui lit les questions à voix haute. Ce qui est en italique ne se lit pas.
aloud-before-pace = Lisez le numéro, la question, puis toutes les réponses, sur le même ton.
aloud-before-words = N'expliquez rien de plus que « autrement dit ». Ne proposez jamais une réponse.
aloud-before-look = Restez où vous ne voyez pas les feuilles. Si quelqu'un rend une feuille vide, dites merci.
aloud-first = D'abord, dites
aloud-questions = Les questions
aloud-question = Question { $number }
aloud-otherwise = Autrement dit : { $text }
aloud-pace = Attendez que tout le monde ait posé son stylo.
aloud-several = Plusieurs réponses possibles. Lisez-les une à une, et laissez le temps de mettre une croix.
aloud-text = On écrit quelques mots sur les lignes, ou rien. Aucun nom de personne.
aloud-number = On écrit dans les cases, ou rien.
aloud-oui4-first = D'abord : « oui ou non ? »
aloud-oui4-yes = Puis, si c'est oui : « un peu, ou tout à fait ? »
aloud-oui4-no = Si c'est non : « pas vraiment, ou pas du tout ? »
aloud-evo5-first = D'abord : « moins, pareil ou plus ? »
aloud-evo5-then = Puis, si ce n'est pas pareil : « un peu ou beaucoup ? »
aloud-end = À la fin, dites
aloud-end-words = C'est fini, merci. Relisez votre feuille si vous voulez. Puis mettez-la vous-même dans la boîte, pliée.
aloud-end-words-tu = C'est fini, merci. Relis ta feuille si tu veux. Puis mets-la toi-même dans la boîte, pliée.

## Corriger une feuille : ce qu'en lit qui la corrige

correct-heading = Corriger : voici ce qui est enregistré.
correct-hint = Pour changer une réponse, descendez jusqu'à elle avec les flèches, puis Entrée. L'ancienne version est gardée à part.
correct-changed = Cette ligne a été modifiée à la main après l'enregistrement : regardez chaque réponse.
correct-unread = { $count ->
    [one] Une réponse ne peut pas être relue, car elle a été modifiée : elle est à redonner.
   *[other] { $count } réponses ne peuvent pas être relues, car elles ont été modifiées : elles sont à redonner.
}
correct-save = Enregistrer la correction
correct-unchanged = Aucune réponse n'a changé : il n'y a rien à enregistrer.
correct-banner = CORRECTION d'une feuille
correct-banner-sheet = CORRECTION de la feuille { $sheet }
correct-leave-text = La correction n'est pas enregistrée. La feuille reste telle qu'elle était.
correct-discard = Oui, sans rien changer
correct-saved = Corrigé
correct-saved-text = La nouvelle version compte. L'ancienne est gardée à part, telle quelle.
failed-correction = Dans le dossier, la feuille est restée telle qu'elle était, ou sa correction l'a remplacée : l'une des deux compte, jamais aucune.
correct-gone = Rien n'a été changé
correct-gone-text = Cette feuille a été corrigée ou retirée entre-temps. Regardez de nouveau la liste.
correct-day = « { $day } » n'est pas un jour. Par exemple : 22/11/2026.
correct-none = Aucune feuille ne répond à cela.
correct-none-day = Aucune feuille du { $day } ne répond à cela. Un autre jour se demande par --jour.
correct-unknown = { $count ->
    [one] Une ligne ne peut pas être corrigée ici : son questionnaire n'est plus dans « definitions », à côté d'elle.
   *[other] { $count } lignes ne peuvent pas être corrigées ici : leur questionnaire n'est plus dans « definitions », à côté d'elles.
}
correct-list = Quelle feuille corriger ?
correct-which = Son numéro dans cette liste (Entrée pour sortir) :
correct-sheet = feuille { $sheet }
correct-group = groupe « { $group } »
correct-whole = complète
correct-partial = partielle
correct-answered = { $count ->
    [0] sans réponse
    [one] 1 réponse
   *[other] { $count } réponses
}
correct-trial = essai
correct-by-hand = modifiée à la main

## Les droits des personnes : ce qu'en lit qui s'en occupe

rights-code-wrong = « { $code } » : { $reason }
rights-id-wrong = « { $id } » n'est pas un identifiant de ligne (reponse_id).
rights-form-unknown = questionnaire inconnu
rights-day-unknown = jour inconnu
rights-row = { $title } ({ $form }), { $day }
rights-row-trial = { $title } ({ $form }), { $day }, essai
rights-row-old = { $title } ({ $form }), { $day }, ancienne version
rights-row-aside = { $title } ({ $form }), { $day }, ligne mise de côté
rights-row-table = { $title } ({ $form }), { $day }, ligne en conflit
rights-row-seance = { $title } ({ $form }), { $day }, une ligne de séance
rights-row-reread = un texte relu, et ce qui en a été décidé
rights-drafts = { $count ->
    [one] 1 brouillon
   *[other] { $count } brouillons
}
rights-sealed = { $count ->
    [one] Une réponse scellée est aussi dans ce dossier : sans la clé, on ne peut pas savoir de qui elle est. Faites-le de nouveau là où elle est ouverte.
   *[other] { $count } réponses scellées sont aussi dans ce dossier : sans la clé, on ne peut pas savoir de qui elles sont. Faites-le de nouveau là où elles sont ouvertes.
}
rights-confirm = Pour le faire, écrivez oui
rights-nobody = Rien n'est fait : personne ne peut confirmer ici. Avec --oui, c'est fait sans demander.
rights-nothing-done = Rien n'a été changé.
rights-left-unchanged = Rien n'a été changé : tout est comme avant.
rights-left-begun = C'est commencé et rien n'est perdu. La suite se fera seule au prochain départ de Recueil dans ce dossier, ou en refaisant cette commande.
rights-left-done = C'est fait, mais le disque ne l'a pas confirmé. Refaites cette commande pour en être sûr.
rights-left-unknown = On ne peut pas lire où cela en est. Rien n'est perdu. Refaites cette commande quand le disque répondra.
recovered-withdrawn = { $count ->
    [one] Un retrait n'était pas terminé : la dernière ligne vient d'être effacée.
   *[other] Un retrait n'était pas terminé : les { $count } dernières lignes viennent d'être effacées.
}
recovered-closed = La clôture de { $cycle } n'était pas terminée : elle vient de l'être.
withdraw-nothing = Aucune réponse n'est enregistrée ainsi dans ce dossier. Si sa saison est close, le code n'existe plus.
withdraw-what = { $count ->
    [one] Ce qui serait effacé, sans retour :
   *[other] Ce qui serait effacé, sans retour ({ $count } choses) :
}
withdraw-copies = Des copies et des exports ont été faits : ces réponses y sont peut-être. À chercher et à effacer aussi :
withdraw-done = { $count ->
    [one] C'est effacé : une réponse. Son numéro reste dans « retraits.csv », sans le code, pour qu'aucun rassemblement ne la ramène.
   *[other] C'est effacé : { $count } réponses. Leurs numéros restent dans « retraits.csv », sans le code, pour qu'aucun rassemblement ne les ramène.
}
withdraw-held = { $count ->
    [one] Un brouillon est ouvert dans une autre fenêtre : fermez-la, puis recommencez.
   *[other] { $count } brouillons sont ouverts dans d'autres fenêtres : fermez-les, puis recommencez.
}
access-title = Ce qui est enregistré de vous
access-row = { $title } : { $day }
access-row-trial = { $title } : { $day } (un essai, qui ne compte pas)
access-row-old = { $title } : { $day } (ancienne version, corrigée depuis)
access-unread = { $count ->
    [one] Une ligne est aussi gardée, qui ne peut pas être lue ici.
   *[other] { $count } lignes sont aussi gardées, qui ne peuvent pas être lues ici.
}
access-drafts = { $count ->
    [one] Un questionnaire commencé et pas terminé est aussi gardé.
   *[other] { $count } questionnaires commencés et pas terminés sont aussi gardés.
}
access-written = Écrit : { $path }. Cette page dit des réponses : donnez-la à la personne, puis effacez-la.
close-wrong = « { $cycle } » n'est pas une saison. Par exemple : 2026-2027.
close-nothing = Plus aucune ligne de { $cycle } ne porte de code : il n'y a rien à clore.
close-what = Clore { $cycle } : { $people ->
    [one] un code
   *[other] { $people } codes
}, sur { $rows ->
    [0] aucune ligne
    [one] une ligne
   *[other] { $rows } lignes
}. Chaque code devient un numéro de paire tiré au hasard, le même pour la même personne.
close-not-gathered = Ce dossier n'est pas un rassemblement. Si d'autres ordinateurs ont des réponses de cette saison, rassemblez d'abord : une arrivée et une fin de saison saisies sur deux ordinateurs ne pourraient plus être reliées.
close-no-way-back = Ensuite plus personne, même avec son code, ne pourra retrouver, consulter ou retirer ses réponses.
close-done = { $cycle } est close : { $rows ->
    [0] aucune ligne changée
    [one] une ligne changée
   *[other] { $rows } lignes changées
}. La table des codes est effacée.
purge-what = Ce qui a été gardé assez longtemps, au { $day } :
purge-nothing = Au { $day }, rien n'est à effacer.
purge-rows = saison { $cycle }, { $rows ->
    [one] une réponse à effacer
   *[other] { $rows } réponses à effacer
} (durée de garde : { $months } mois après la fin de la saison). Seuls les totaux déjà tirés restent.
purge-codes = saison { $cycle }, { $people ->
    [one] un code à remplacer
   *[other] { $people } codes à remplacer
} par des numéros de paire (durée de garde : { $months } mois après la fin de la saison).
purge-seances = saison { $cycle }, { $rows ->
    [one] une séance à effacer
   *[other] { $rows } séances à effacer
} : son carnet, ses votes, et ce que le groupe a dit au miroir (durée de garde : { $months } mois après la fin de la saison).
purge-trials = { $rows ->
    [one] un essai à effacer
   *[other] { $rows } essais à effacer
} (durée de garde : { $months } mois après la saisie).
purge-drafts = { $drafts ->
    [one] un brouillon à effacer
   *[other] { $drafts } brouillons à effacer
} (durée de garde : { $days } jours).
purge-kept = Saison { $cycle } : réponses gardées jusqu'au { $rows }.
purge-kept-coded = Saison { $cycle } : codes gardés jusqu'au { $codes }, réponses jusqu'au { $rows }.
purge-undated = { $file } : { $count ->
    [one] on ne peut pas savoir de quand date une ligne. Regardez-la vous-même.
   *[other] on ne peut pas savoir de quand datent { $count } lignes. Regardez-les vous-même.
}
purge-sealed = Leur date non plus ne peut pas être lue sans la clé : si elles sont plus vieilles que ce que vous gardez, elles restent. Ouvertes ici, elles seront vues par la prochaine purge ; une réponse déjà effacée ne revient pas.
purge-done = C'est fait. Réponses effacées : { $rows } ; séances effacées : { $seances } ; saisons closes : { $cycles } ; brouillons effacés : { $drafts }.

## Rassembler

gather-no-source = Il n'y a rien à { $path }. Rien n'a été rassemblé. Vérifiez le chemin, ou remettez la clé.
gather-sources = Il faut au moins un dossier, une clé ou un fichier à rassembler.
gather-read = { $machines ->
    [0] Aucun poste
    [one] 1 poste
   *[other] { $machines } postes
}, { $read ->
    [0] aucun fichier lu
    [one] 1 fichier lu
   *[other] { $read } fichiers lus
}, { $unchanged ->
    [0] aucun inchangé
    [one] 1 inchangé
   *[other] { $unchanged } inchangés
}.
gather-rows = { $rows ->
    [0] Aucune ligne
    [one] 1 ligne
   *[other] { $rows } lignes
} et { $trials ->
    [0] aucun essai
    [one] 1 essai
   *[other] { $trials } essais
} dans { $into }, dont { $fresh ->
    [0] rien de nouveau
    [one] 1 nouvelle ligne
   *[other] { $fresh } nouvelles lignes
}.
gather-replaced = { $count ->
    [one] 1 ligne laissée : une correction la remplace.
   *[other] { $count } lignes laissées : des corrections les remplacent.
}
gather-withdrawn = { $count ->
    [one] 1 ligne laissée : la personne l'a retirée.
   *[other] { $count } lignes laissées : des personnes les ont retirées.
}
gather-disputed = { $count ->
    [one] 1 ligne en conflit : elle ne compte pas tant que sa version n'est pas choisie.
   *[other] { $count } lignes en conflit : elles ne comptent pas tant que leur version n'est pas choisie.
}
gather-unreadable = { $count ->
    [one] 1 fichier n'a pas pu être lu.
   *[other] { $count } fichiers n'ont pas pu être lus.
}
gather-progress = Rassemblement : { $percent } %
gather-foreign = { $file } : ce n'est pas un fichier de lignes de Recueil. Il a été laissé.
gather-nothing = { $file } : rien à rassembler ici.
gather-edited = { $file } : un autre programme a réécrit ce fichier ({ $edits }). Il a été lu quand même.
gather-edit-mark = une marque avant la première ligne
gather-edit-line-ends = les fins de ligne
gather-edit-quotes = les guillemets
gather-edit-separator = ce qui sépare les cases
gather-edit-letters = les lettres accentuées
gather-definition-other = { $file } : ce questionnaire est écrit autrement ailleurs, sous le même nom. Une seule des deux écritures est gardée.
gather-definition-wrong = { $file } : ce n'est pas le questionnaire que dit son nom. Il a été laissé.
gather-sealed = { $file } : un autre fichier scellé porte le même nom. Celui-ci a été laissé.
gather-damaged = { $what } Cette ligne n'a pas été prise.
gather-cells = { $found } cases au lieu de { $expected }.
gather-identifier = Son identifiant ne se lit pas.
gather-torn = Sa fin manque.
gather-home = Ni elle ni son fichier ne disent à quel questionnaire elle répond.
gather-entry = Elle ne se lit pas.
gather-more = { $file } : { $count ->
    [one] et 1 autre ligne.
   *[other] et { $count } autres lignes.
}
gather-dispute = Ligne { $id }, { $count } versions :
gather-version = { $version }  { $file }
gather-version-modified = { $version }  { $file }  (modifiée après l'enregistrement)
gather-disputes-more = { $count ->
    [one] … et 1 autre ligne en conflit.
   *[other] … et { $count } autres lignes en conflit.
}
gather-how = Pour choisir : recueil gather --into { $into } --settle
    Ou, sans rien demander : --keep IDENTIFIANT=VERSION
gather-keep-form = « { $text } » ne se lit pas. Il faut un identifiant, le signe = et une version : --keep IDENTIFIANT=VERSION
gather-no-dispute = La ligne { $id } n'est pas en conflit. Rien n'a changé.
gather-no-version = Aucune version de la ligne { $id }, ou plusieurs, ne commencent par « { $version } ». Rien n'a changé.
gather-settle-at = Conflit { $number } sur { $count } : ligne { $id }
gather-settle-modified = La version { $number } a été modifiée après l'enregistrement.
gather-settle-value = { $number } : { $value }
gather-settle-empty = (rien)
gather-settle-file = Le fichier
gather-settle-ask = Quelle version garder ? De 1 à { $count }, rien pour plus tard
gather-settle-wrong = Tapez un nombre de 1 à { $count }, ou rien.
gather-settle-none = Aucune ligne n'est en conflit.

## Copier

copy-done = { $written ->
    [0] Rien à écrire : la copie était à jour
    [one] 1 fichier écrit
   *[other] { $written } fichiers écrits
}, { $files ->
    [one] 1 fichier relu et comparé
   *[other] { $files } fichiers relus et comparés
} dans { $folder }
copy-remove = Vous pouvez retirer la clé.
copy-left = { $count ->
    [one] 1 fichier de la copie n'est plus dans le dossier : il y reste.
   *[other] { $count } fichiers de la copie ne sont plus dans le dossier : ils y restent.
}
copy-no-folder = { $folder } n'est pas là. Rien n'a été copié. Remettez la clé, ou vérifiez le chemin.
copy-inside = { $folder } est dans le dossier à copier. Rien n'a été copié. Choisissez une clé ou un autre disque.
copy-no-rows = Il n'y a pas encore de réponses : { $folder } n'existe pas. Rien n'a été copié.
copy-partial = La copie dans { $folder } est incomplète : ne comptez pas sur elle. Les réponses sont toujours dans le dossier. Recommencez la copie, au besoin sur une autre clé.
copy-differs = { $file } ne se relit pas comme il a été écrit : la clé est peut-être abîmée.
copy-marker = Copie en cours, ou interrompue : elle n'est pas entière. Recommencez la copie.

## Ce à quoi l'accueil mène : la journée, les feuilles à corriger, la copie

today-heading = Ce qui a été saisi le { $day }
today-none = Rien n'a encore été saisi le { $day }
today-lot = { $trial ->
    [yes] ESSAI : { $title }
   *[no] { $title }
}{ $group ->
    [none] { "" }
   *[other] , groupe « { $group } »
}{ $seance ->
    [none] { "" }
   *[other] , séance { $seance }
} : { $complete ->
    [0] aucune feuille complète
    [one] 1 feuille complète
   *[other] { $complete } feuilles complètes
}{ $partial ->
    [0] { "" }
    [one] , 1 partielle
   *[other] , { $partial } partielles
}
today-seances = Les dernières séances
today-seance = { $day } : { $trial ->
    [yes] ESSAI : { $title }
   *[no] { $title }
}{ $group ->
    [none] { "" }
   *[other] , groupe « { $group } »
}. Présents : { $present }. Ont répondu : { $answered }. Partis avant la fin : { $left }. N'ont pas voulu : { $refused }. Absents : { $absent }.
today-sealed = Les réponses scellées ne se comptent pas par questionnaire ici.
today-undated = Là où le jour n'est pas gardé, les réponses ne sont pas dans cette page.
sheets-none = Aucune feuille d'aujourd'hui
sheets-hint = Les feuilles saisies aujourd'hui. Une autre : recueil correct --feuille NUMÉRO
sticks-heading = Sur quelle clé copier ?
sticks-none = Aucune clé USB n'a été trouvée
sticks-hint = Les réponses, les questionnaires et les réglages y sont copiés, puis relus. Ne retirez la clé que lorsque l'écran le dit : cela peut prendre une minute.
sticks-again = Chercher encore, une fois la clé branchée
sticks-other = Un autre dossier
prompt-stick = Dans quel dossier copier ?
prompt-stick-hint = Le dossier de la clé, par exemple /media/nom/CLE ou E:\
copied-not = La copie n'est pas faite
parcel-where = Où préparer l'envoi ?
parcel-done = C'est fait
parcel-not = L'envoi n'est pas préparé
prompt-parcel = Dans quel dossier préparer l'envoi ?
prompt-parcel-hint = Un dossier nouveau, par exemple /media/nom/CLE/envoi ou E:\envoi

## Les résultats : des nombres, jamais des pourcentages

results-which = Les résultats de quel référentiel ?
results-heading = Résultats : { $title }
results-hint = Combien de personnes ont donné chaque réponse, par critère. En dessous de { $base } réponses à une question, rien n'en est dit.
results-sealed = Les réponses scellées ne sont pas comptées ici.
results-none = Il n'y a pas encore de réponse qui compte.
results-counting = { $rows ->
    [one] Une personne a répondu
   *[other] { $rows } personnes ont répondu
}
results-trials = ESSAIS : { $rows ->
    [one] une feuille qui ne compte pas
   *[other] { $rows } feuilles qui ne comptent pas
}
results-changed = { $count ->
    [one] Une ligne a été modifiée à la main après l'enregistrement.
   *[other] { $count } lignes ont été modifiées à la main après l'enregistrement.
}
results-unknown = { $count ->
    [one] Une réponse n'est pas comptée : son questionnaire n'est plus dans « definitions », à côté d'elle.
   *[other] { $count } réponses ne sont pas comptées : leur questionnaire n'est plus dans « definitions », à côté d'elles.
}
results-criterion = Critère : { $title }
results-indicator = Indicateur : { $title }
results-question = { $question } [{ $form }]
results-above = { $question } : déjà dit plus haut
results-rest = Questions qui ne nourrissent pas d'indicateur
results-few = Trop peu de réponses : { $given }
results-private = Le détail n'est pas dit : la question touche à la vie privée, et une réponse est celle de moins de { $base } personnes.
results-asked = { $given } { $given ->
    [one] réponse
   *[other] réponses
}, pour { $asked } { $asked ->
    [one] personne à qui la question a été posée
   *[other] personnes à qui la question a été posée
}
results-choice = { $count } sur { $given } : { $choice }
results-several = Chacun pouvait donner plusieurs réponses.
results-missing = Sans réponse, { $count } : { $reason }
results-unread = Illisible dans le fichier : { $count }

## Un référentiel tel que la médiatrice le lit

tree-which = Les critères de quel référentiel ?
tree-porteur = Porteur : { $porteur }
tree-statut = Statut : { $statut }
tree-source = Source : { $source }
tree-rows = { $rows ->
    [0] Personne n'y a encore répondu.
    [one] Une personne y a répondu.
   *[other] { $rows } personnes y ont répondu.
}
tree-axis = Axe : { $title }
tree-criterion-common = Critère commun : { $title }
tree-question = { $question } ({ $given ->
    [0] aucune réponse
    [one] 1 réponse
   *[other] { $given } réponses
})

## La première minute

welcome-heading = Bienvenue
welcome-text = Recueil pose des questions à ceux qui viennent à l'atelier, garde leurs réponses sur cet ordinateur et en fait des résultats. Rien ne part sur internet. Pour voir ce que c'est, essayez : un essai ne compte jamais.
welcome-where = Les réponses seront dans { $folder }
welcome-interview = Essayer un entretien, en deux minutes
welcome-seance = Voir une séance d'essai : dix feuilles inventées
welcome-home = Aller à l'accueil
invented-heading = { $sheets } feuilles inventées sont enregistrées, comme essais
invented-text = Personne n'y a répondu : chaque réponse vient du hasard numéro { $seed }. Elles ne comptent pas, et sont dans { $file }
invented-not = Les feuilles inventées n'ont pas pu être enregistrées

## Les réglages

prompt-site = Où demandez-vous ?
prompt-site-hint = Le nom du lieu, par exemple « Bellevue ». Rien s'il n'y en a qu'un.
settings-where = Ces réglages sont dans { $file }. Ce qui n'est pas dans la liste s'y écrit : autorisation parentale, analyse d'impact, durées de conservation.
settings-keys = Des clés sont en place : les réponses sont scellées.
settings-no-keys = Pas de clé : les réponses sont en clair. Pour en faire : recueil keys
settings-unsaid = pas encore dit
settings-structure = Structure et contact
settings-structure-said = { $structure } ; { $contact }
settings-site = Lieu
settings-lang = Langue au prochain démarrage
settings-theme = Aspect de l'écran au prochain démarrage
settings-theme-own = celui du terminal
settings-size = Taille
settings-size-found = grande si la fenêtre est petite
settings-size-usual = normale
settings-size-large = grande
settings-used = Les référentiels utilisés
settings-used-count = { $count ->
    [one] un seul
   *[other] { $count }
}
settings-reading = Lecture à voix haute
settings-reading-never = non
settings-reading-key = quand on la demande (F7)
settings-reading-always = chaque question, dès qu'elle arrive
settings-headphones = Qui entend la lecture
settings-room = toute la salle : les réponses ne sont pas dites
settings-in-headphones = un casque, toujours branché : les réponses y sont dites
settings-speed = Vitesse de la voix
settings-speed-slow = lente
settings-speed-normal = normale
settings-speed-fast = rapide
settings-in-use = utilisé
settings-not-used = pas utilisé
settings-back = Retour aux réglages

## La borne : ce qu'en lit l'équipe

borne-opening = La borne est prête à ouvrir
borne-opening-form = On y répond à : { $title }.
borne-opening-trial = On y répond à : { $title } (essai : rien ne comptera).
borne-opening-sealed = Les réponses sont scellées dès qu'elles sont données : cet ordinateur ne peut pas les relire.
borne-opening-clear = Il n'y a pas de clé : toute personne qui ouvre cet ordinateur peut lire les réponses. Pour les sceller, préparez des clés (recueil keys).
borne-opening-where = Elles vont dans { $folder }. { $count ->
    [0] Il n'y en a encore aucune.
    [one] Un jeu de réponses est déjà là.
   *[other] { $count } jeux de réponses sont déjà là.
}
borne-opening-code = Pour fermer la borne : sur l'accueil, la touche F12, puis le code de l'équipe.
borne-opening-no-code = Aucun code de l'équipe n'est choisi : la borne ne se ferme qu'en arrêtant l'ordinateur.
borne-open = Ouvrir la borne
borne-staff = Code de l'équipe
borne-staff-hint = Tapez le code, puis Entrée. Entrée sans rien écrire revient à l'accueil.
borne-staff-wait = { $count ->
    [one] Réessayez dans une seconde.
   *[other] Réessayez dans { $count } secondes.
}
borne-no-form = Quel questionnaire ? Nommez-le après « borne », ou dans les réglages : [borne] formulaires
borne-no-person = On ne répond pas seul à « { $name } » : c'est l'équipe qui le remplit.
cli-kiosk = Servir une personne après l'autre sur un ordinateur partagé, sans trace
cli-kiosk-forms = Questionnaires proposés (par défaut, ceux des réglages : [borne] formulaires)
cli-diagnose = Dire les points faibles visibles de cet ordinateur, et quoi faire

## La borne : ce qui la tient, et ce qui l'affaiblit

cli-kiosk-code = Choisir le code avec lequel l'équipe quitte la borne
cli-kiosk-attended = Commencer sans code : quelqu'un de l'équipe reste à côté
kiosk-no-terminal = La borne a besoin d'un terminal, en entrée et en sortie.
kiosk-no-code = Sans code, personne de l'équipe ne pourrait quitter la borne. Pour en choisir un : recueil kiosk --set-code
    Si quelqu'un de l'équipe reste à côté, ajoutez --attended : la borne se quitte alors en fermant la fenêtre ou en arrêtant l'ordinateur.
kiosk-out-of-order = Hors service. Aucune réponse n'est affichée ni gardée.
kiosk-call-team = Appelez quelqu'un de l'équipe, s'il vous plaît. La borne essaiera de repartir d'elle-même.
code-ask = Le code de l'équipe (rien ne s'affiche), puis Entrée :
code-again = Encore une fois :
code-differs = Les deux fois ne sont pas pareilles. Rien n'a changé : recommencez.
code-left = Rien n'a changé.
code-short = Ce code est trop court : au moins { $fewest } signes. Rien n'a changé.
code-long = Ce code est trop long : au plus { $most } signes. Rien n'a changé.
code-guessed = Ce code se devine : la même touche, ou des touches qui se suivent. Rien n'a changé.
code-unreadable = Ce code a des signes qu'aucun clavier n'écrit. Rien n'a changé.
code-failed = Ce code n'a pas pu être préparé : il faut 20 Mo de mémoire libre. Rien n'a changé.
code-kept = Le code est en place, brouillé, dans { $path }. Il arrête un curieux devant le clavier ; il ne chiffre rien. La borne en route garde l'ancien jusqu'à ce qu'on la quitte.
diagnose-borne = Diagnostic de la borne qui tourne sur cet ordinateur.
diagnose-itself = Aucune borne ne tourne : diagnostic de cette commande-ci, comme si elle était la borne. Lancez-la là où sera la borne, par le même utilisateur.
diagnose-count = { $count ->
    [0] Aucun point faible parmi ce qui se voit d'ici.
    [one] Un point faible :
   *[other] { $count } points faibles :
}
diagnose-unseen = Ce qui n'a pas pu être regardé :
weak-no-code = Aucun code d'équipe : la borne refuse de partir, sauf surveillée.
weak-no-code-do = À faire : recueil kiosk --set-code
weak-no-keys = Les réponses sont lisibles sur cet ordinateur : rien ne les scelle.
weak-no-keys-do = À faire : recueil keys --into, vers une clé USB qui part avec quelqu'un
weak-shell = { $what } a lancé la borne : qui la ferait tomber serait devant une ligne de commande.
weak-shell-do = À faire : que le système la lance lui-même, sans shell (docs/borne.md, « Une console » ou « Une fenêtre »)
weak-job-control = Le terminal n'est pas à la borne : { $what } le reprendrait à sa fin.
weak-job-control-do = À faire : que la borne soit le programme de connexion de la console (docs/borne.md)
weak-root = La borne tourne avec tous les droits sur la machine.
weak-root-do = À faire : un utilisateur à elle, sans droits (docs/borne.md, « Un utilisateur »)
weak-groups = L'utilisateur de la borne peut obtenir d'autres droits, par ces groupes : { $what }
weak-groups-do = À faire : sudo gpasswd -d UTILISATEUR GROUPE, pour chacun
weak-readable = D'autres utilisateurs de la machine peuvent lire les réponses : { $what }
weak-readable-do = À faire : chmod 700, pour chacun
weak-writable = L'utilisateur de la borne peut changer ce qu'elle demande, ou le code : { $what }
weak-writable-do = À faire : que cela appartienne à quelqu'un d'autre, en lecture seule pour elle (docs/borne.md, « Le dossier »)
weak-multiplexer = { $what } est entre le terminal et la borne : il a ses touches, qui ouvrent un shell, et sa mémoire des écrans.
weak-multiplexer-do = À faire : lancer la borne sans lui
weak-scrollback = Le terminal « { $what } » n'est pas connu pour effacer ce qui a défilé.
weak-scrollback-do = À faire : un terminal sans défilement (foot -o scrollback.lines=0) ou la console
weak-small = L'écran a { $what } colonnes : les lettres sont trop petites pour beaucoup.
weak-small-do = À faire : une police plus grande, 80 colonnes au plus (docs/borne.md, « De grandes lettres »)
weak-gpm = gpm tient la souris des consoles : ce qu'une personne a surligné, la suivante peut le coller.
weak-gpm-do = À faire : sudo apt remove gpm
weak-consoles = D'autres consoles attendent une connexion : Ctrl-Alt-F2 y mène.
weak-consoles-do = À faire : NAutoVTs=0 et ReserveVT=0 dans logind.conf, et les autres getty masqués (docs/borne.md, « Les sorties du clavier »)
weak-sysrq = Les touches du noyau (Alt-Impr) peuvent arrêter des programmes : kernel.sysrq vaut { $what }.
weak-sysrq-do = À faire : kernel.sysrq = 0, dans /etc/sysctl.d/
weak-reboots = Ctrl-Alt-Suppr redémarre l'ordinateur.
weak-reboots-do = À faire : sudo systemctl mask ctrl-alt-del.target
weak-others = D'autres personnes sont connectées à cette machine : { $what }
weak-others-do = À faire : qu'elles se déconnectent avant l'ouverture
weak-swap = De la mémoire peut être écrite en clair sur le disque : { $what }
weak-swap-do = À faire : sudo swapoff -a, ou un disque chiffré, ou LimitMEMLOCK=infinity pour la borne
weak-core = Un programme ramasse ce qui reste des programmes qui tombent : { $what }
weak-core-do = À faire : Storage=none dans coredump.conf. La borne interdit déjà qu'on garde sa mémoire : c'est une seconde serrure
weak-clock = L'horloge montre l'année { $what } : les dates des réponses seront fausses.
weak-clock-do = À faire : mettre l'ordinateur à l'heure (sudo timedatectl set-time)
unseen-starter = qui a lancé la borne, et à qui va le terminal quand elle finit
unseen-rights = les droits de son utilisateur
unseen-files = qui peut lire et écrire le dossier
unseen-terminal = le terminal de la borne : son nom, sa largeur
unseen-clock = si quelque chose met l'horloge à l'heure : sans réseau, personne ne le fait
unseen-memory = où le système range la mémoire
unseen-sessions = qui d'autre est connecté
unseen-keyboard = ce que le clavier peut en dehors du programme : autres consoles, touches du noyau, redémarrage
unseen-always = jamais visible d'un programme : les droits donnés dans /etc/sudoers, un espion dans le clavier, une caméra, quelqu'un derrière la personne, un démarrage par clé USB, la mémoire de la fenêtre du terminal, la mise en veille sur disque

## Enregistrer une voix

record-begin = { $left ->
    [0] Toutes les questions sont déjà enregistrées ({ $all }). Pour les relire : --again
    [one] Il y a { $left } question à lire, sur { $all }. Lisez tranquillement ce qui est écrit, les chiffres aussi.
   *[other] Il y a { $left } questions à lire, sur { $all }. Lisez tranquillement ce qui est écrit, les chiffres aussi.
}
record-ask-begin = Entrée : commencer. p : passer celle-ci. q : s'arrêter là.
record-ask-end = On enregistre… Entrée : c'est lu.
record-ask-keep = On réécoute. Entrée : garder. e : encore une fois. r : réécouter. p : passer. q : s'arrêter là.
record-empty = Rien n'a été enregistré : le micro est-il branché ?
record-end = { $kept ->
    [0] Rien de gardé cette fois
    [one] { $kept } question gardée, dans { $folder }
   *[other] { $kept } questions gardées, dans { $folder }
}{ $left ->
    [0] .
    [one] . Il en reste { $left } : la même commande reprend là.
   *[other] . Il en reste { $left } : la même commande reprend là.
}
record-nothing = Rien ici ne sait enregistrer une voix. Installez un de ces programmes : sudo apt install alsa-utils (arecord), ou pipewire-bin (pw-record), ou sox
record-failed = L'enregistrement n'a pas pu se faire : { $system }

## Le rapport dans le terminal

cli-mirror = Montre à un groupe ce qu'il a répondu, puis garde ce qu'il en dit (alias : miroir)
cli-mirror-form = Questionnaires dont on montre la dernière séance ; tous sans rien dire
cli-mirror-seance = Séance, par son identifiant (colonne seance_id)
cli-mirror-html = Écrit la feuille à imprimer pour le groupe, sans rien montrer
cli-report = Ce que disent les réponses : combien, et ce qui a changé
cli-report-paths = Dossiers, ensembles rassemblés ou fichiers de réponses ; sans rien, le dossier
cli-report-by = Chaque question, par site, mois, groupe, support, aide, structure, cycle, aidant ou langue
cli-report-essai = Les essais comptent aussi
cli-report-stories = Les récits que les personnes acceptent de voir cités, et rien d'autre
cli-report-texts = Les textes libres relus un par un : peut-on les citer ?
cli-report-again = Aussi ceux dont c'est déjà décidé
cli-report-form = Seulement ces questionnaires
cli-report-ref = Seulement ces référentiels
report-by-unknown = On ne peut pas séparer par « { $by } ». On peut par : { $words }
report-no-rows = { $path } : il n'y a pas de réponses ici.
report-form-unknown = Aucune réponse au questionnaire « { $name } ».
report-ref-unknown = Aucune réponse du référentiel « { $name } ».
report-title = Ce que disent les réponses
report-trials = ESSAIS : { $n ->
    [one] une réponse est un essai
   *[other] { $count } réponses sont des essais
}. Ce qui suit n'est pas un résultat.
report-none = Il n'y a pas de réponse à compter.
report-only-trials = Il y a des essais, qui ne comptent pas. Pour les voir : recueil report --essai
report-rows = { $n ->
    [one] Une réponse est comptée.
   *[other] { $count } réponses sont comptées.
}
report-declared = C'est ce que les personnes ont dit. Cela ne prouve pas d'où vient un changement.
report-split = Chaque question est dite en tout, puis par { $by }.
report-split-many = Il y a trop de valeurs différentes pour séparer par { $by } : tout est dit ensemble.
report-by-structure = structure
report-by-site = site
report-by-cycle = saison
report-by-mois = mois
report-by-groupe = groupe
report-by-support = support
report-by-aide = aide
report-by-aidant = personne qui aide
report-by-langue = langue
report-form = { $form } : { $n ->
    [one] une réponse
   *[other] { $count } réponses
}
report-form-partial = , dont { $n ->
    [one] une interrompue
   *[other] { $count } interrompues
}
report-form-days = { "" }, du { $first } au { $last }
report-form-seasons = { "" }, de { $first } à { $last }
report-form-day = { "" }, { $first }
report-held = Au carnet de séances : { $counts }.
report-held-seances = { $n ->
    [one] une séance
   *[other] { $count } séances
}
report-held-present = { $n ->
    [one] une présence
   *[other] { $count } présences
}
report-held-answered = { $n ->
    [one] une personne a répondu
   *[other] { $count } ont répondu
}
report-held-refused = { $n ->
    [one] une n'a pas voulu
   *[other] { $count } n'ont pas voulu
}
report-held-left = { $n ->
    [one] une est partie avant la fin
   *[other] { $count } sont parties avant la fin
}
report-held-absent = { $n ->
    [one] une attendue n'est pas venue
   *[other] { $count } attendues ne sont pas venues
}
report-ways-support = Sur quoi : { $ways }
report-ways-aide = Avec quelle aide : { $ways }
report-count = { $name } ({ $count })
report-choice = { $name } : { $count } sur { $of }
report-share = { $n ->
    [one] Une personne
   *[other] { $taken } personnes
} sur { $of } ({ $share } %, entre { $low } et { $high } %)
report-share-everybody = { $n ->
    [one] Une personne
   *[other] { $taken } personnes
} sur { $of } ({ $share } %)
report-everybody = Toutes les personnes présentes ont répondu : ce n'est pas un échantillon, il n'y a pas d'intervalle.
report-sum = En tout : { $sum }
report-apart = Réponse en mots : elle est comptée ici, et n'est pas citée.
report-median = Au milieu : { $low }
report-median-two = Au milieu : entre { $low } et { $high }
report-missing = Sans réponse : { $reasons }
report-otherwise = Posée aussi en d'autres mots : comptée à part. Ne comparer que si elle veut dire la même chose.
report-hidden = Le détail n'est pas dit : avec d'autres chiffres, il dirait celui de quelques personnes.
report-too-few = moins de { $base } réponses : on ne montre pas
report-earlier = Le détail n'est pas dit : trop peu de réponses ont changé depuis un rapport déjà diffusé, et la différence dirait celles de quelques personnes. Attendre d'autres réponses, ou diffuser la saison entière.
report-diffusion = Ce rapport peut être diffusé.
report-diffusion-trials = Les essais ne se diffusent pas : enlever --essai, ou --diffusion.
report-diffusion-part = On ne diffuse qu'un dossier entier, et un seul : des rapports sur des morceaux se soustraient. Rassembler d'abord : recueil gather
cli-report-diffusion = Ce qui peut être dit hors de la structure
report-part = { $name } : { $counts }
report-part-unsaid = pas noté
report-part-counts = { $n ->
    [one] une réponse
   *[other] { $count } réponses
} : { $counts }
report-answers = { $n ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $count } réponses
}
report-core = Critères communs, référentiel par référentiel
report-core-text = Les questions ne sont pas les mêmes : les chiffres sont côte à côte, ils ne s'additionnent pas et ne se classent pas.
report-core-criterion = Critère commun : { $title } (nourri par { $count } référentiels)
report-hardest = Les questions les plus passées
report-hardest-text = Aucune question n'a encore été essayée : celles-ci sont à revoir d'abord.
report-hard = { $question } : passée { $passed } fois sur { $asked }{ $unclear ->
    [0] { "" }
   *[other] , dont { $unclear } fois parce qu'elle n'était pas comprise
}
report-changes = Évolution déclarée
report-changes-text = Les mêmes personnes, à l'arrivée puis plus tard, reconnues par leur code. C'est ce qu'elles disent : rien ne prouve que l'atelier en est la cause.
report-cohort = { $title }, saison { $season } ({ $role })
report-paired = À l'arrivée : { $entry } réponses. Plus tard ({ $to }) : { $later }. { $n ->
    [0] Personne n'a répondu les deux fois.
    [one] Une personne a répondu les deux fois.
   *[other] { $paired } personnes ont répondu les deux fois.
}
report-unclear = { $n ->
    [one] Un code ne va pas à une seule personne : il n'est pas compté ici.
   *[other] { $count } codes ne vont pas à une seule personne : ils ne sont pas comptés ici.
}
report-few-pairs = Trop peu de personnes ont répondu les deux fois.
report-better = mieux
report-same = pareil
report-worse = moins bien
report-more = plus
report-less = moins
report-change-share = { $name } : { $taken } sur { $of } ({ $share } %, entre { $low } et { $high } %).
report-chance = Cet écart est compatible avec le hasard.
report-chance-hardly = Le hasard seul l'expliquerait mal.
report-chance-few = Trop peu de personnes ont changé pour écarter le hasard.
report-method = Comment ces chiffres sont faits
report-files = { $n ->
    [one] Un fichier lu.
   *[other] { $count } fichiers lus.
}
report-left-out = { $n ->
    [one] Un essai est laissé de côté.
   *[other] { $count } essais sont laissés de côté.
}
report-gone = { $n ->
    [one] Une réponse retirée ou remplacée n'est pas comptée.
   *[other] { $count } réponses retirées ou remplacées ne sont pas comptées.
}
report-team = { $n ->
    [one] Une feuille de l'équipe n'est pas comptée avec les personnes.
   *[other] { $count } feuilles de l'équipe ne sont pas comptées avec les personnes.
}
report-threshold = Seuil : en dessous de { $base } réponses à une question, rien n'en est dit.
report-interval = « Entre … et … % » : ce que la même question pourrait donner à d'autres personnes semblables, 19 fois sur 20 (intervalle de Wilson).
report-version = v{ $version }-{ $fingerprint } ({ $count })
report-versions = Questionnaire { $form } : { $versions }
report-prints = Questions comptées, chacune avec son empreinte : { $prints }
report-flaws = Ce qui n'allait pas dans les fichiers
report-unknown = { $file } : { $n ->
    [one] une réponse n'est pas comptée
   *[other] { $count } réponses ne sont pas comptées
}, le questionnaire n'est plus dans « definitions », à côté.
report-flaw = { $file }:{ $places } : { $n ->
    [one] une fois
   *[other] { $count } fois
}, { $what }
report-flaw-twice = cette réponse est déjà comptée ailleurs : elle est laissée de côté.
report-flaw-elsewhere = cette ligne répond à un autre questionnaire que le fichier : elle est laissée de côté.
report-flaw-trial = un essai, dans un fichier de réponses qui comptent.
report-flaw-future = la date est encore à venir : la réponse est comptée, l'horloge était peut-être fausse.
report-flaw-unknown = cette case ne tient aucune réponse de la question : elle est comptée comme illisible.
report-flaw-columns = il manque une colonne du questionnaire : sa question n'est pas comptée.

## La page du rapport

cli-report-html = Une page à lire et à imprimer, dans ce fichier ; « - » l'affiche
web-title = { $title } : { $structure }
web-skip = Aller au contenu
web-contents = Sommaire
web-period-one = Période : { $first }.
web-period-days = Période : du { $first } au { $last }.
web-period = Période : de { $first } à { $last }.
web-forms = Questionnaires : { $forms }.
web-made = Page faite le { $day }.
web-written = Le rapport est fait : { $path }. Il s'ouvre dans un navigateur, et s'imprime.
web-table-answer = Réponse
web-table-count = Combien
web-table-all = En tout
web-table-referentiel = Référentiel
web-table-question = Question
web-table-form = Questionnaire
web-table-seances = Séances
web-table-present = Présences
web-table-answered = Réponses
web-table-refused = N'ont pas voulu
web-brief = En bref
web-brief-seances = { $n ->
    [one] Une séance est notée au carnet
   *[other] { $count } séances sont notées au carnet
}, avec { $present ->
    [one] une présence
   *[other] { $people } présences
}.
web-brief-result = À la question « { $question } », { $n ->
    [0] personne
    [one] une personne
   *[other] { $taken } personnes
} sur { $of } { $n ->
    [0] ne répond
    [one] répond
   *[other] répondent
} { $answers }.
web-brief-change = À la question « { $question } », { $n ->
    [one] une personne a répondu
   *[other] { $count } personnes ont répondu
} à l'arrivée et plus tard : { $counts }.
web-bilan = Bilan de la saison
web-bilan-done = Réalisation : ce qui a été fait
web-bilan-made = Réalisation : ce que les personnes disent avoir fait
web-bilan-results = Résultats : ce que les personnes disent
web-bilan-further = Plus loin que l'atelier : ce que les personnes disent
web-bilan-words = Paroles, que ces personnes veulent bien voir citées
web-bilan-read = Une question par critère : la première, qu'elle soit bonne ou non. Les pages qui suivent disent toutes les autres.
web-result = { $share } : { $answers }
web-derived = Critères dérivés, non validés par le porteur : ce ne sont pas ses mots.
web-limits = Ce que ces chiffres ne disent pas
web-limit-cause = D'où vient un changement. Personne d'autre n'a été interrogé pour comparer.
web-limit-absent = Ce que pensent celles et ceux qui ne sont pas venus, qui sont partis, ou qui n'ont pas voulu répondre.
web-limit-please = Si l'on a répondu pour faire plaisir. Cela arrive plus souvent avec quelqu'un à côté de soi.
web-limit-few = Ce que diraient d'autres personnes. À dix, une seule réponse change tout : l'intervalle dit de combien.
web-limit-rank = Qui est le meilleur. Ni les personnes, ni les ateliers, ni les structures ne se comparent avec ces chiffres.
web-limit-derived = Ce que le porteur voulait savoir. Les critères sont dérivés de ce qui est public, et les questions n'ont pas encore été essayées.
web-design-both = { $title } : les mêmes questions à l'arrivée et plus tard.
web-design-entry = { $title } : des questions à l'arrivée seulement, il n'y a pas encore d'après.
web-design-exit = { $title } : des questions à la sortie seulement, il n'y a pas d'avant.
web-design-once = { $title } : des questions posées une fois, sans avant ni après.

## Exporter

export-done = { $rows ->
    [0] Aucune ligne
    [one] Une ligne
   *[other] { $rows } lignes
}, { $forms ->
    [one] un questionnaire
   *[other] { $forms } questionnaires
} : c'est dans { $path }
export-complete-holds = Cet export contient tout : codes, jours, lieux{ $texts ->
    [0] .
    [one] , et les textes libres d'une personne, à part. Relisez-les avant de les montrer.
   *[other] , et les textes libres de { $texts } personnes, à part. Relisez-les avant de les montrer.
} Ce sont des données personnelles : gardez-le comme le dossier, ne l'envoyez à personne, effacez-le quand il a servi. Il est noté dans « copies.csv » : un retrait le rappellera.
export-diffusion-holds = Cet export ne contient ni code, ni jour, ni texte libre, ni question sensible ; les lignes y sont dans le désordre. Chaque personne y ressemble à quatre autres au moins. Une réponse rare peut encore dire de qui elle est : relisez avant de transmettre.
export-trials = Des essais y sont aussi : la colonne « essai » y vaut 1.
export-problems = { $count ->
    [one] Une chose n'a pas pu être exportée, ou a été modifiée à la main : voir plus haut. Le reste est exporté. « recueil check data » dit quoi faire.
   *[other] { $count } choses n'ont pas pu être exportées, ou ont été modifiées à la main : voir plus haut. Le reste est exporté. « recueil check data » dit quoi faire.
}
export-not-built = Ce programme a été construit sans le format { $format }. Demandez à qui l'a préparé, ou choisissez csv-excel, datapackage ou r.
export-nothing = Il n'y a rien à exporter.
export-no-column = Aucune colonne ne s'appelle { $name }.
export-exists = { $path } existe déjà. Donnez un autre nom, ou ajoutez --force si c'est un export ou un envoi à remplacer.
export-foreign = { $path } existe déjà, et n'est ni un export ni un envoi : il n'est pas remplacé. Donnez un autre nom.
export-inside = { $path } contient les réponses, ou est parmi elles. Un export ou un envoi va ailleurs : donnez un autre dossier.
export-too-many = { $form } a { $rows } lignes, et ce format n'en tient que { $most }. Choisissez datapackage, r ou parquet.
export-sensitive = « { $title } » : en être dit déjà quelque chose d'une personne. Aucune ligne n'en sort.
export-few = { $title } ({ $form }), { $rows ->
    [one] une ligne
   *[other] { $rows } lignes
}. Quelqu'un qui connaît une personne pourrait la reconnaître par : { $columns }. Il faut au moins { $least } personnes semblables. Ce n'est pas le cas ici :
export-few-who = { $count ->
    [one] une personne
   *[other] { $count } personnes
} : { $cells }
export-few-more = … et { $count ->
    [one] un autre groupe
   *[other] { $count } autres groupes
} de la sorte.
export-more = … et { $count ->
    [one] une autre chose
   *[other] { $count } autres choses
} de la sorte : « recueil check data » les dit toutes.
export-empty = rien
export-everybody = toutes les lignes
export-few-do = Pour y arriver, laissez de côté : { $options }
export-few-all = Rien n'y ferait : il y a moins de { $least } lignes. Ajoutez celles d'autres séances, ou n'en transmettez que des nombres.
export-few-refused = Rien n'est écrit.
export-column-number = numéro de la ligne dans ce fichier
export-yes = oui
export-no = non
export-plan-avant-apres = avant et après
export-plan-sortie-seule = sortie seule
export-plan-retrospectif = rétrospectif
export-aidant-aucun = personne
export-horloge-sure = sûre
export-horloge-suspecte = suspecte
export-etat-complet = complet
export-etat-partiel = interrompu
export-asked = posée si { $condition }
export-sort = nature
export-sort-words = mots
export-sort-text = texte libre
export-sort-choice = un code
export-sort-several = des codes, séparés par une espace
export-sort-taken = 1 ou 0
export-sort-number = nombre entier
export-sort-day = jour
export-sort-month = mois
export-sort-season = saison
export-codes-file = fichier
export-codes-column = colonne
export-codes-label = ce qu'elle dit
export-codes-sort = nature
export-codes-code = code
export-codes-words = en mots
export-sheet-codes = Réponses
export-sheet-words = En mots
export-sheet-texts = Textes libres
export-sheet-book = Codes
export-texts = Les textes libres, à part : à relire avant de les montrer.
export-licence = Aucune licence : personne n'a donné ces réponses pour qu'elles soient republiées.
export-page-title = Réponses exportées
export-page-complete = Export complet, pour la structure : des données personnelles.
export-page-diffusion = Export pour diffusion : sans code, ni jour, ni texte libre, ni question sensible ; chaque ligne ressemble à quatre autres au moins par ce qui ferait reconnaître une personne.
export-page-rows = { $rows ->
    [one] Une ligne.
   *[other] { $rows } lignes.
}
export-page-texts = Les textes libres, à part, par l'identifiant de la ligne ({ $rows ->
    [one] une ligne en a
   *[other] { $rows } lignes en ont
}). À relire avant de les montrer ; le droit de citer est dans T6.
export-page-csv-excel = Fichiers pour Excel ou LibreOffice en français : point-virgule, UTF-8. Un texte qu'un tableur prendrait pour une formule ou un nombre (« =1+1 », « 007 ») est précédé d'une apostrophe : enlevez-en une, et une seule, pour retrouver le texte exact.
export-page-xlsx = Un classeur par questionnaire : les réponses en codes, les mêmes en mots, les textes libres, les codes. Entre crochets : une raison de ne pas répondre.
export-page-r = Dans R, depuis ce dossier : source("lire.R"). Chaque questionnaire devient un tableau, et un autre du même nom et de la fin « _manques » dit pourquoi une réponse manque.
export-page-parquet = Fichiers Parquet, rangés en dossiers par référentiel, questionnaire et structure. Les réponses sont les mots des lignes, raisons de ne pas répondre comprises ; les structures vides sont dans « __HIVE_DEFAULT_PARTITION__ ».
export-r-how = Dans R, depuis le dossier de ce fichier : source("lire.R"). R seul suffit ; s'il y a haven, ses étiquettes en plus.

## Questionnaires au format XLSForm

xlsform-alone = « { $choice } » se coche seul.
xlsform-other = Autre
xlsform-none = Rien de tout cela
xlsform-porteur = à compléter
xlsform-lieu = ici
xlsform-sheet = feuille { $sheet }
xlsform-rows = { $count ->
    [one] ligne { $rows }
   *[other] lignes { $rows }
}
xlsform-column = colonne { $column } ({ $header })
xlsform-remark = { $place } : { $what }
xlsform-no-survey = il n'y a pas de feuille « survey » (ou « questions »), celle des questions.
xlsform-no-column = la colonne « { $key } » manque.
xlsform-no-cell = cette ligne n'a rien dans la colonne « { $key } ».
xlsform-unknown-type = « { $word } » n'est pas un type de question{ $nearest ->
    [none] .
   *[other] {""}. Vouliez-vous dire « { $nearest } » ?
}
xlsform-unknown-list = la liste « { $name } » n'a aucune réponse dans la feuille « choices »{ $nearest ->
    [none] .
   *[other] {""}. Vouliez-vous dire « { $nearest } » ?
}
xlsform-unknown-name = rien ne s'appelle « { $name } ».
xlsform-bad-name = « { $name } » n'est pas un nom : une lettre, puis des lettres ou des chiffres, puis au plus un _ suivi de minuscules ou de chiffres, 24 signes au plus.
xlsform-twice = « { $name } » y est deux fois.
xlsform-ends-unbegun = ce groupe se termine sans avoir commencé.
xlsform-never-ends = ce groupe commence et ne se termine pas.
xlsform-neither = « { $word } » ne dit ni oui ni non.
xlsform-unknown-word = « { $word } » n'est pas un des mots possibles ({ $allowed }){ $nearest ->
    [none] .
   *[other] {""}. Vouliez-vous dire « { $nearest } » ?
}
xlsform-not-a-number = « { $word } » n'est pas un nombre entier : laissé de côté.
xlsform-no-question = il ne reste aucune question à poser.
xlsform-said-twice = deux classeurs disent « { $name } » autrement : écrivez-la de la même façon, ou donnez-lui un autre nom.
xlsform-sheet-left = la feuille « { $sheet } » n'est pas lue.
xlsform-column-left = { $key ->
    [required] rien n'est obligatoire ici : chaque question peut être passée, et la raison est gardée.
    [required_message] rien n'est obligatoire ici : ce message n'est pas gardé.
    [appearance] l'apparence n'est pas gardée : il y a une question par écran.
    [default] la réponse proposée d'avance n'est pas gardée : personne ne répond à la place d'un autre.
    [read_only] la question peut être répondue : « lecture seule » n'est pas gardé.
    [choice_filter] toutes les réponses sont proposées : le filtre n'est pas gardé.
    [media] les images et les sons ne sont pas gardés.
    [calculation] le calcul n'est pas gardé.
    [parameters] ces réglages ne sont pas gardés.
   *[other] { $nearest ->
        [none] cette colonne n'est pas lue.
       *[other] cette colonne n'est pas lue. Vouliez-vous dire « { $nearest } » ?
    }
}
xlsform-language-left = on ne sait pas de quelle langue il s'agit : ces textes ne sont pas gardés. Écrivez son code entre parenthèses : « Français (fr) ».
xlsform-device-left = « { $type } » ne se demande pas dans un terminal (photo, son, position, fichier) : cette question n'est pas posée.
xlsform-metadata-left = « { $type } » est noté par l'appareil : les réponses ont ici leurs propres colonnes (date, durée, poste).
xlsform-elsewhere-left = « { $type } » prend ses réponses dans un autre fichier : cette question n'est pas posée.
xlsform-calculation-left = « { $name } » se calcule : rien n'en est gardé dans les réponses, mais les conditions qui la nomment disent son calcul.
xlsform-as-words = « { $type } » : demandé en quelques mots.
xlsform-as-integer = « { $type } » : demandé en nombre entier.
xlsform-as-multiple = « { $type } » : plusieurs réponses, sans leur ordre.
xlsform-as-yes-no = « { $type } » : demandé par oui ou non.
xlsform-repeat-once = ce qui se répète est demandé une seule fois.
xlsform-group-label = le titre du groupe n'est pas montré : les questions se suivent.
xlsform-renamed = « { $was } » s'appelle ici « { $name } ».
xlsform-choice-renamed = la réponse « { $was } » s'appelle ici « { $name } ».
xlsform-exclusive-added = plusieurs réponses possibles : « Rien de tout cela » est ajouté. S'il y en a déjà une, mettez « oui » dans la colonne « exclusif » de sa ligne.
xlsform-condition-left = la condition n'est pas gardée, à cause de « { $part } » : { $key ->
    [relevant] la question est posée sans elle.
   *[other] la réponse n'est pas vérifiée.
}
xlsform-no-label = aucun texte : le nom en tient lieu.
xlsform-not-french = aucun texte en français : ceux en « { $code } » en tiennent lieu. À traduire.
xlsform-piped = une réponse ne peut pas être citée dans un texte : « … » est à sa place.
xlsform-core-kept = « { $name } » est une question commune : elle est posée comme le référentiel commun la dit. Pour la dire autrement, donnez-lui un autre nom.
xlsform-core-form = « { $was } » est d'un autre référentiel, qu'un classeur ne remplace pas : le questionnaire s'appelle « { $form } », dans le référentiel « { $id } ».
xlsform-assumed = le classeur ne le dit pas, c'est supposé : { $keys }. À relire dans le fichier.
xlsform-made = « { $code } » a été fait de cette colonne. À relire dans le fichier.
xlsform-missing = le référentiel « { $id } » d'ici a aussi : { $names }. Un fichier qui prend sa place ne les aurait plus ; importez aussi leurs classeurs, ou ajoutez-les.
xlsform-file-from = Fait par « recueil import » de { $files }. À relire : critères, mots, conditions.
xlsform-file-was = Dans le classeur : { $name }
xlsform-file-registres = Registres
xlsform-file-criteres = Critères
xlsform-file-indicateurs = Indicateurs
xlsform-file-echelles = Échelles
xlsform-file-questions = Questions
xlsform-file-forms = Questionnaires
xlsform-exported = { $forms ->
    [one] Un questionnaire est écrit dans { $path }.
   *[other] { $forms } questionnaires sont écrits dans { $path }.
} Un classeur chacun, sans aucune réponse.
xlsform-imported = { $path } est écrit : { $questions ->
    [one] une question
   *[other] { $questions } questions
}, { $forms ->
    [one] un questionnaire
   *[other] { $forms } questionnaires
}.
xlsform-refused = Rien n'est écrit : { $count ->
    [one] une chose est
   *[other] { $count } choses sont
} à corriger d'abord dans le classeur.
xlsform-remarks = { $count ->
    [one] Une chose n'est pas ici comme dans le classeur :
   *[other] { $count } choses ne sont pas ici comme dans le classeur :
}
xlsform-not-built = Ce programme a été construit sans la lecture des classeurs. Enregistrez la feuille en CSV, ou demandez à qui l'a préparé.
xlsform-broken = { $path } ne peut pas être lu comme un classeur ({ $system }).
xlsform-nothing = { $path } ne contient aucun tableau : un classeur (xlsx, xls, ods), un CSV ou un tableau en Markdown est attendu.
xlsform-large = { $path } est trop gros : { $limit } Mio au plus.
xlsform-left = Il reste à corriger ce qui suit, dans le fichier ou dans le classeur :

## Activités de La Coop de la médiation numérique

import-both = Ces fichiers sont de deux sortes : des questionnaires, et des activités de La Coop. Importez-les séparément.
import-into = Les activités de La Coop vont dans le carnet de séances de ce dossier : --into est pour les questionnaires.
import-trial = --essai est pour les activités de La Coop : un questionnaire n'est pas un essai.
coop-column = il manque { $keys } : c'est un autre export, ou un ancien. Dans La Coop, exportez de nouveau les activités.
coop-no-id = pas d'identifiant : on ne saurait pas si cette activité est déjà dans le carnet.
coop-kind = « { $word } » n'est pas un type d'activité connu.
coop-differs = les lignes d'une même activité ne disent pas la même chose.
coop-day = « { $word } » n'est pas un jour.
coop-minutes = « { $word } » n'est pas un nombre entier de minutes.
coop-people = « { $word } » ne dit pas de combien de personnes il s'agit : 3/12 est la troisième de douze.
coop-incomplete = { $count } personnes étaient là, mais ces lignes ne disent pas chacune une d'elles ({ $rows }) : le fichier est filtré, coupé ou doublé.
coop-answer = { $name } : { $refusal }
coop-theme = « { $word } » n'a pas de mot dans le carnet.
coop-across = « { $word } » est à cheval sur deux tranches du carnet : celles-là restent sans réponse.
coop-unknown = « { $word } » n'est pas connu : personne n'est compté dans cette séance.
coop-place = ce lieu permettrait de retrouver quelqu'un : il n'est pas gardé.
coop-new = { $count ->
    [0] Aucun atelier de La Coop à ajouter au carnet de séances.
    [one] Un atelier de La Coop à ajouter au carnet de séances :
   *[other] { $count } ateliers de La Coop à ajouter au carnet de séances :
}
coop-line = { $day }, { $people ->
    [one] une personne
   *[other] { $people } personnes
}{ $minutes ->
    [0] { "" }
   *[other] , { $minutes } min
}{ $place ->
    [none] { "" }
   *[other] , { $place }
}
coop-more = { $count ->
    [one] et un autre.
   *[other] et { $count } autres.
}
coop-there = { $count ->
    [one] Un atelier y est déjà.
   *[other] { $count } ateliers y sont déjà.
}
coop-alone = { $count ->
    [one] Un accompagnement individuel n'est pas pris
   *[other] { $count } accompagnements individuels ne sont pas pris
} : une séance réunit un groupe.
coop-refused = { $count ->
    [one] Une activité n'est pas prise, pour ce qui est dit plus haut.
   *[other] { $count } activités ne sont pas prises, pour ce qui est dit plus haut.
}
coop-private = Pas lu, pour que rien ne dise qui est venu : { $columns }.
coop-unplaced = Sans place dans le carnet : { $columns }.
coop-blank = La Coop ne dit pas qui venait pour la première fois, combien animaient, combien de démarches et de productions ont été faites, ni combien de personnes ont été orientées : ces questions restent sans réponse.
coop-same-day = { $count ->
    [one] Une séance de ce jour est déjà dans le carnet, remplie ici
   *[other] Des séances de ces jours sont déjà dans le carnet, remplies ici
} : { $days }. Si c'est la même, elle compterait deux fois.

## Envoyer à la Ville

send-nobody = recueil.toml ne dit pas qui envoie : il y faut « structure » et « contact ». Rien n'est écrit.
send-nothing = Il n'y a rien à envoyer : aucune réponse qui compte n'est dans ce dossier.
send-leaves = Ce qui part, au nom de « { $structure } » :
send-form = { $title } : { $rows ->
    [0] aucune ligne
    [one] une ligne
   *[other] { $rows } lignes
}
send-form-totals = { $title } : aucune ligne. En être dit déjà quelque chose d'une personne. Il n'en part que des totaux, et rien qui compte moins de { $least } réponses.
send-how = Dans ces lignes, un numéro de paire tiré au hasard prend la place de chaque code, et un mois celle de chaque jour.
send-private = Des questions sensibles, il ne part que des totaux, et rien qui compte moins de { $least } réponses.
send-texts = { $count ->
    [one] Un texte relu part aussi, à part des lignes, dans textes.csv : la personne veut bien être citée.
   *[other] { $count } textes relus partent aussi, à part des lignes, dans textes.csv : les personnes veulent bien être citées.
}
send-gone = { $count ->
    [one] Une ligne déjà envoyée a été retirée depuis : à signaler à la Ville. Cet envoi le lui dit, et sa ligne disparaîtra quand elle le rassemblera.
   *[other] { $count } lignes déjà envoyées ont été retirées depuis : à signaler à la Ville. Cet envoi le lui dit, et ses lignes disparaîtront quand elle le rassemblera.
}
send-stays = Ce qui reste ici :
send-stays-always = les codes, les jours et les durées, les groupes, les séances, les numéros de feuille, le nom de l'ordinateur
send-stays-texts = les textes libres ({ $count ->
    [one] une personne en a écrit
   *[other] { $count } personnes en ont écrit
})
send-stays-texts-but = les textes libres, hors ceux de textes.csv ({ $count ->
    [one] une personne en a écrit
   *[other] { $count } personnes en ont écrit
})
send-stays-trials = les essais ({ $count ->
    [one] un
   *[other] { $count }
})
send-changed = { $count ->
    [one] Une ligne a été modifiée après l'enregistrement. Elle part comme elle est ; « recueil check data » dit laquelle.
   *[other] { $count } lignes ont été modifiées après l'enregistrement. Elles partent comme elles sont ; « recueil check data » dit lesquelles.
}
send-sealed = L'envoi est chiffré : seule la clé de la Ville l'ouvre. Le bordereau reste lisible.
send-open = L'envoi n'est pas chiffré : recueil.toml ne donne pas la clé de la Ville. Qui a le dossier peut le lire : portez-le vous-même, et ne l'envoyez pas par courriel.
send-done = L'envoi est prêt dans { $path }
send-then = Imprimez bordereau.html et joignez-le. Pour corriger un envoi, préparez-en un autre : il le remplace chez qui le rassemble.
send-less = moins de { $least }
send-hidden = non montré
send-page = # Envoi à la Ville

    Ces lignes viennent d'une structure. Un numéro de paire y prend la place de chaque code, un mois celle de chaque jour. Le nom de l'ordinateur, le groupe, la séance, la feuille, l'heure et la durée sont vides. Les textes libres, les jours donnés en réponse et les questions sensibles n'ont pas de colonne ; s'il y a « textes.csv », ce sont des textes relus, que leurs auteurs veulent bien voir cités. Des référentiels sensibles, il n'y a que « totaux.csv ». « bordereau.html » dit combien de lignes il y a.

    Pour les réunir : « recueil gather DOSSIER --into VILLE ». S'il y a « envoi.age », d'abord : « recueil open --identity CLE --from DOSSIER --into ENVOIS », puis « recueil gather ENVOIS --into VILLE ».
send-unpacked = L'envoi est ouvert dans { $path }
send-unpacked-then = Pour le réunir aux autres : recueil gather { $path } --into VILLE
send-open-into = Dites où ouvrir l'envoi, avec --into DOSSIER : { $file }
slip-title = Bordereau d'envoi à la Ville
slip-who = { $who }. Le { $day }, avec Recueil { $program }. Contact : { $contact }.
slip-form = questionnaire
slip-rows = lignes envoyées
slip-months = période
slip-seances = séances
slip-present = pouvaient répondre
slip-answered = ont répondu
slip-refused = n'ont pas souhaité
slip-left = parties avant la fin
slip-totals = des totaux seulement
slip-unsaid = non noté
slip-few = Là où être venu dit déjà quelque chose d'une personne, un nombre de moins de { $least } n'est pas dit.
slip-stays = Les personnes qui pouvaient répondre sont celles que le carnet de séances dit présentes. Ni code, ni jour, ni texte libre n'est envoyé.
slip-given = Envoyé par
slip-received = Reçu le
slip-by = Reçu par

## Le dossier que la Ville prépare pour une structure

kit-day = « { $day } » n'est pas un jour. Par exemple : 2027-06-30.
kit-column = il manque la colonne { $column }. Il faut au moins structure et contact ; site, referentiels et cle_… peuvent suivre.
kit-line = cette ligne ne peut pas être lue.
kit-nobody = aucune structure n'est nommée.
kit-done = { $count ->
    [one] Un dossier est prêt
   *[other] { $count } dossiers sont prêts
} dans { $path }
kit-no-key = recueil.toml ne donne pas la clé de la Ville : les envois ne seront pas chiffrés. Pour en faire une : recueil keys, puis « cle » sous [ville].
kit-settings-city = L'envoi à la Ville : sa clé publique, et le jour où il est attendu.
kit-settings-keys = Les clés publiques avec lesquelles les réponses sont scellées.
kit-read-title = Recueil : { $who }
kit-read-start = Copiez ce dossier sur l'ordinateur ou sur une clé USB, mettez-y le programme recueil, et ouvrez le programme. Vous pouvez aussi taper, depuis un autre dossier : recueil init --kit CE_DOSSIER
kit-read-nothing = Il n'y a rien à régler : le nom de la structure, le lieu, les questionnaires et les clés publiques sont dans recueil.toml. N'en changez pas le nom de la structure ni le lieu : la Ville réunit les réponses par eux.
kit-read-notice = notice.txt est ce qui est dit à chaque personne avant les questions. Affichez-le.
kit-read-due = La Ville attend votre envoi le { $day } au plus tard : recueil send --to ENVOI
kit-read-sealed = Votre envoi sera chiffré : seule la clé privée de la Ville, qui n'est pas ici, l'ouvrira.
kit-read-open = Votre envoi ne sera pas chiffré : portez-le vous-même, et ne l'envoyez pas par courriel.
kit-read-contact = À la Ville, pour toute question : { $contact }

## La page pour qui prend la suite

relay-title = Recueil : ce que doit savoir qui prend la suite
relay-written = La page est dans { $path }
relay-who = Qui et quand
relay-where = Où sont les réponses
relay-keys = Les clés et les codes
relay-due = Ce qu'il y a à faire
relay-forms = Les référentiels
relay-unsaid = non dit
relay-structure = Structure : { $structure }. Lieu : { $site }. Contact donné aux personnes : { $contact }.
relay-made = Page faite le { $day }, avec Recueil { $program }.
relay-dossier = Tout est dans { $folder }. Les réponses sont dans son sous-dossier « data ».
relay-rows = { $count ->
    [0] Aucune réponse qui compte n'y est.
    [one] Une réponse qui compte y est.
   *[other] { $count } réponses qui comptent y sont.
}
relay-sealed = { $count ->
    [one] Une autre est scellée : il faut la clé privée pour la lire.
   *[other] { $count } autres sont scellées : il faut la clé privée pour les lire.
}
relay-stations = { $count ->
    [one] Elles viennent d'un ordinateur : { $names }.
   *[other] Elles viennent de { $count } ordinateurs : { $names }.
}
relay-blank-machine = Où est l'ordinateur, et qui peut l'ouvrir
relay-no-keys = Les réponses ne sont pas scellées : il n'y a pas de clé à garder.
relay-key-names = Les réponses sont scellées. Chacune de ces clés les ouvre : { $names }. Aucune clé privée n'est dans ce dossier.
relay-blank-key = Qui garde la clé « { $name } », et où
relay-city-key = L'envoi à la Ville est chiffré : recueil.toml a sa clé publique.
relay-no-city-key = L'envoi à la Ville n'est pas chiffré : recueil.toml n'a pas sa clé publique.
relay-staff-code = La borne a un code d'équipe. S'il est oublié, on en choisit un autre : recueil kiosk --set-code
relay-no-staff-code = La borne n'a pas de code d'équipe. Pour en choisir un : recueil kiosk --set-code
relay-send-due = La Ville attend l'envoi le { $day } au plus tard : recueil send --to ENVOI
relay-send-late = La Ville attendait l'envoi le { $day }. S'il n'est pas parti : recueil send --to ENVOI
relay-codes-until = Saison { $cycle } : à clore le { $day } au plus tard (recueil close { $cycle }). Les codes deviennent alors des numéros de paire.
relay-codes-late = Saison { $cycle } : à clore depuis le { $day } : recueil close { $cycle }
relay-rows-until = Saison { $cycle } : les réponses sont gardées jusqu'au { $day }, puis recueil purge.
relay-rows-late = Saison { $cycle } : les réponses ne devaient être gardées que jusqu'au { $day } : recueil purge
relay-copy = Dernière copie : { $day }, dans { $place }.
relay-copy-old = Dernière copie : { $day }, dans { $place }. C'est trop vieux : recueil copy --to CLE
relay-copy-none = Aucune copie n'a été faite : recueil copy --to CLE
relay-drafts = { $count ->
    [0] Aucune saisie interrompue n'attend.
    [one] Une saisie interrompue attend d'être reprise ou effacée.
   *[other] { $count } saisies interrompues attendent d'être reprises ou effacées.
}
relay-referentiel = { $title } ({ $id }), version { $version }

## L'atelier : un référentiel autour d'une table

atelier-heading = Notre référentiel : ce qui compte pour nous
atelier-derive = Ces critères sont une proposition, tirée d'informations publiques. Personne ici ne les a encore discutés.
atelier-discussed = Ces critères sont en discussion.
atelier-hint = Un critère par écran. Pour chacun : le garder, le redire, le retirer, et noter combien sont pour, contre, ou veulent en reparler. Aucun nom n'est noté. Tout est gardé à mesure : on peut s'arrêter et reprendre un autre jour.
atelier-decided = { $all ->
    [0] Il n'y a pas encore de critère.
   *[other] Critères décidés : { $decided } sur { $all }.
}
atelier-begin = Commencer par le premier critère
atelier-resume = Reprendre au premier critère qui n'est pas décidé
atelier-add = Ajouter un critère
atelier-to-end = Voir ce qui est décidé, et finir
atelier-leave = S'arrêter ici : tout est gardé
atelier-place = Critère { $place } sur { $count }
atelier-seen-by = On le verra à : { $title }.
atelier-asked = On demande : « { $question } »
atelier-asks-nothing = Aucune question ne le demande encore.
atelier-common = Ce critère est commun à tous les référentiels : ici, on le garde et on dit ce qu'on en pense. Ses mots ne changent pas.
atelier-derived-one = Proposition dérivée, à discuter.
atelier-kept = Décidé : on le garde.
atelier-reworded = Décidé : on le garde, dit autrement.
atelier-removed = Décidé : on le retire. Ses questions restent.
atelier-removed-all = Décidé : on le retire, avec les questions qui ne servent qu'à lui.
atelier-avis = Pour : { $for }. À rediscuter : { $discuss }. Contre : { $against }.
atelier-keep = On le garde
atelier-retitle = On le dit autrement
atelier-question = On dit autrement une de ses questions
atelier-remove = On le retire
atelier-opinions = Noter combien sont pour, contre, ou veulent en reparler
atelier-later = Passer au suivant, sans décider
atelier-next = Passer au suivant
atelier-which-question = Quelle question dire autrement ?
atelier-question-warning = Attention : une question dite autrement est une autre question. Les réponses d'avant et d'après ne se comparent que si elle veut toujours dire la même chose. Le « tu », l'anglais et la reformulation ne changent pas : ils seront à relire.
atelier-back = Revenir au critère
atelier-removing = Retirer « { $title } » ?
atelier-removing-hint = Une question qui reste continue d'être posée, et ses réponses se comparent. Une question retirée n'est plus posée ; les réponses déjà données restent.
atelier-remove-kept = Le retirer, et garder ses questions
atelier-remove-all = Le retirer, avec les questions qui ne servent qu'à lui
atelier-axis = À quelle famille appartient ce nouveau critère ?
atelier-end = Ce qui est décidé
atelier-list-reworded = Dit autrement : « { $title } » devient « { $now } ».
atelier-list-removed = Retiré, ses questions restent : « { $title } ».
atelier-list-removed-all = Retiré avec ses questions : « { $title } ».
atelier-list-added = Ajouté : « { $title } ».
atelier-list-question = Question dite autrement : « { $question } »
atelier-not-yet = Pour valider, il faut une version en discussion dont chaque critère est décidé.
atelier-write = Écrire la version { $version }, en discussion
atelier-validate = Écrire la version { $version }, validée
atelier-first = Revoir les critères depuis le premier
atelier-written = La version { $version } est écrite
atelier-file = Elle est dans { $file }
atelier-copy = La version d'avant est gardée dans { $file }
atelier-compares = « { $form } » : toutes les réponses se comparent, avant et après.
atelier-compares-partly = « { $form } » : une partie des réponses se compare.
atelier-compares-not = « { $form } » : les réponses d'avant et d'après ne se comparent pas.
atelier-if-same = À ne comparer que si elle veut toujours dire la même chose : « { $question } »
atelier-diff = Le détail de ce qui se compare :
atelier-refused = Cette version n'est pas écrite : elle aurait des défauts
atelier-unkept = Ce qui vient d'être décidé n'a pas pu être gardé sur le disque.
atelier-needed = Il faut écrire quelque chose.
atelier-added-comment = Ajouté autour de la table : un indicateur et une question restent à écrire.
atelier-unread = Ce qui avait été décidé ne peut pas être lu : { $file } ({ $why }). Corrigez ce fichier, ou déplacez-le pour recommencer.
atelier-ask-title = Comment dire ce critère ?
atelier-hint-title = En mots de tous les jours, sur une ligne.
atelier-ask-question = Comment dire cette question ?
atelier-hint-question = Une question dite autrement est une autre question : les réponses d'avant et d'après ne se comparent que si elle veut toujours dire la même chose.
atelier-ask-for = Combien sont pour ?
atelier-hint-for = Un nombre, jamais des noms. Entrée sans rien écrire : personne.
atelier-ask-discuss = Combien veulent en reparler ?
atelier-hint-discuss = Un nombre, jamais des noms. Entrée sans rien écrire : personne.
atelier-ask-against = Combien sont contre ?
atelier-hint-against = Un nombre, jamais des noms. Entrée sans rien écrire : personne.
atelier-ask-sentence = Une phrase qui dit ce qui a été échangé
atelier-hint-sentence = Sans nom de personne. Entrée sans rien écrire : pas de phrase.
atelier-ask-new = Quel critère manque ?
atelier-hint-new = Ce qui change pour les gens, en mots de tous les jours, sur une ligne.
atelier-ask-parties = Qui a pris part, sans aucun nom ?
atelier-hint-parties = Ce que chacun est pour le projet, séparé par des virgules : participants, bénévoles, mairie.
atelier-ask-people = Combien de personnes étaient là ?
atelier-hint-people = Entrée sans rien écrire : le nombre n'est pas dit.

## L'atelier : les cartes et le compte rendu

cards-title = Cartes des critères : { $title }
cards-written = Les cartes sont écrites : { $path }
cards-how = À imprimer en A4, sans marges ajoutées, puis à découper le long des tirets. Un point rempli ou une gommette est une voix.
cards-seen-by = On le verra à
cards-asked = On demande
cards-for = Pour
cards-discuss = À rediscuter
cards-against = Contre
cards-derived = Proposition dérivée d'informations publiques, à discuter : ce ne sont pas les mots du porteur.
cards-discussed = En discussion.
cards-valid = Critère validé.
cards-common = Critère commun à tous les référentiels.
cards-blank = Ce qui compte aussi pour nous
cards-blank-foot = Carte vierge : ni nom, ni signature.
minute-title = Compte rendu : { $title }
minute-written = Le compte rendu est écrit : { $path }
minute-none = Aucun atelier n'a encore eu lieu pour « { $id } ». Pour en tenir un : recueil atelier { $id }
minute-day = Jour
minute-parties = Ont pris part
minute-people = Personnes
minute-unsaid = non dit
minute-version-talked = version { $before }, en cours de discussion
minute-version-discussed = version { $before } discutée, version { $now } écrite : en discussion
minute-version-valid = version { $before } discutée, version { $now } écrite : validée
minute-criteria = Critère par critère
minute-criterion = Critère
minute-decision = Décision
minute-for = Pour
minute-discuss = À rediscuter
minute-against = Contre
minute-sentence = Ce qui a été dit
minute-open = pas encore décidé
minute-kept = gardé
minute-reworded = gardé, dit autrement : « { $title } »
minute-removed = retiré, ses questions restent
minute-removed-all = retiré, avec les questions qui ne servent qu'à lui
minute-added = Critères ajoutés
minute-added-then = Il leur reste à écrire un indicateur et une question.
minute-questions = Questions dites autrement
minute-question = « { $before } » devient « { $now } »
minute-questions-then = À relire dans le fichier : leur « tu », leur anglais et leur reformulation n'ont pas changé.
minute-compares = Ce qui se compare avec les réponses d'avant
minute-unwritten = La version suivante n'est pas encore écrite : rien n'a changé pour les réponses.

## Un référentiel à partir de rien

new-taken = Un référentiel « { $id } » existe déjà. Pour en discuter : recueil atelier { $id }
new-panorama = 1. Le panorama : en quoi votre activité est-elle utile, et à qui ? Une phrase par ligne, comme elle vient.
new-panorama-example = Par exemple : « Des voisins qui ne se parlaient pas jardinent ensemble. »
new-ask-panorama = Une phrase (Entrée pour passer à la suite) :
new-panorama-heading = Panorama : en quoi c'est utile, et à qui
new-head = Qui vous êtes.
new-head-example = Par exemple : « Jardin partagé », porté par « Association du jardin » ; les questions diront « au jardin ».
new-ask-title = Le nom de l'activité :
new-ask-bearer = Qui la porte :
new-ask-place = Comment dire le lieu, avec « à » ou « au » :
new-criteria = 2. Les critères : ce qui change pour les gens, et que vous voulez pouvoir montrer. Trois à six suffisent.
new-criteria-example = Par exemple : « Oser montrer ce qu'on fait ».
new-ask-criterion = Un critère (Entrée pour passer à la suite) :
new-ask-axis = De quelle famille est-il ? Son numéro :
new-questions = 3. Les indicateurs et les questions : à quoi verrait-on que c'est arrivé, et que demander aux gens ?
new-questions-example = Par exemple : « part des personnes qui ont montré leurs photos », et « Cette saison, avez-vous montré vos photos ? »
new-for = Critère : { $title }
new-ask-indicator = À quoi le verrait-on ? (Entrée : plus tard)
new-ask-question = La question, en quinze mots au plus :
new-kind-yes-no = oui ou non
new-kind-one = une réponse parmi plusieurs
new-kind-number = un nombre
new-kind-words = quelques mots
new-ask-kind = Comment y répond-on ? Son numéro :
new-ask-choice = Une réponse possible, la plus favorable d'abord (Entrée quand il n'y en a plus) :
new-two-choices = Il en faut deux au moins.
new-ask-counting = Lesquelles disent que c'est arrivé ? Son numéro :
new-number = Il faut un numéro, de 1 à { $most }.
new-resumed = « { $title } » a { $criteria ->
    [0] pas encore de critère
    [one] un critère
   *[other] { $criteria } critères
} et { $questions ->
    [0] pas encore de question
    [one] une question
   *[other] { $questions } questions
}. On continue.
new-stopped = Tout ce qui a été dit est gardé. Pour continuer : recueil new { $id }
new-done = Le référentiel est écrit. Voici ce qu'en dit la vérification :

# Croisements, et celles et ceux qui sont partis

cli-report-cross = Croise deux questions, ou une question et site, mois, support, aide… : --cross B1,support
report-cross-two = --cross veut deux noms différents et une virgule : deux questions, ou une question et l'un de ceux-ci : { $words }
report-cross-unknown = « { $name } » ne se croise pas : ce n'est ni une question de ces questionnaires, ni l'un de ceux-ci : { $words }
report-cross-open = « { $name } » ne se croise pas : il faut une question à un seul choix. Pour séparer les autres : --by
report-cross-apart = Aucun questionnaire qui a des réponses ne tient « { $lines } » et « { $columns } » ensemble.
report-cross = Croisement
report-cross-by = « { $lines } », selon « { $columns } » [{ $form }]
report-cross-cell = { $count }, soit { $share } %
report-cell-hidden = caché
report-cross-some = « Caché » : une case de moins de { $base } personnes, ou une autre qui la ferait retrouver. Il n'y a donc pas de test.
report-cross-none = Le tableau n'est pas dit : trop de ses cases sont celles de moins de { $base } personnes.
report-cross-private = Le tableau n'est pas dit : une question qui touche à la vie privée ne se croise pas.
report-cross-earlier = Le tableau n'est pas dit : avec ce qui a déjà été diffusé, il dirait les réponses de quelques personnes.
report-cross-people = { $n ->
    [one] Une personne est dans ce tableau.
   *[other] { $count } personnes sont dans ce tableau.
}
report-p = p = { $p }
report-p-below = p < { $p }
report-fisher = Test exact de Fisher : { $p }.
report-chi = Khi-deux : { $statistic }, { $degrees } degrés de liberté, { $p }.
report-chi-unsound = Khi-deux : { $statistic }, { $degrees } degrés de liberté, { $p }, peu sûr : trop de cases attendent moins de cinq personnes.
report-associated = { $test } V de Cramér : { $v } ; { $corrected } sans ce que donne le hasard seul.
report-stayed = Restées
report-left = Parties
report-leavers = { $n ->
    [one] Une personne est partie sans répondre à la sortie, { $stayed } y ont répondu.
   *[other] { $left } personnes sont parties sans répondre à la sortie, { $stayed } y ont répondu.
} Ce que les unes et les autres avaient dit à l'arrivée :
report-leavers-hidden = { $n ->
    [one] De celles qui sont parties, une question n'est pas dite : trop peu de personnes.
   *[other] De celles qui sont parties, { $count } questions ne sont pas dites : trop peu de personnes.
}

## Les textes libres, relus avant d'être cités

texts-heading = Avec leurs mots : des réponses que des personnes veulent bien voir citées
texts-few = { $count ->
    [one] Un texte relu n'est pas cité
   *[other] { $count } textes relus ne sont pas cités
} : moins de { $base } personnes ont répondu.
texts-waiting = { $count ->
    [one] Un texte attend d'être relu avant d'être cité
   *[other] { $count } textes attendent d'être relus avant d'être cités
} : recueil report --texts
texts-part = Relisez les textes d'un seul dossier à la fois : ce qui en est décidé est noté à côté de ses réponses.
texts-none = Aucun texte n'attend d'être relu.
texts-begin = { $count ->
    [one] Un texte est à relire.
   *[other] { $count } textes sont à relire.
} Les personnes veulent bien que leurs mots soient cités, sans qu'on dise qui elles sont. Masquez ce qui le dirait, d'elles ou de quelqu'un d'autre : un nom, une adresse, un métier, une maladie. Chaque décision est gardée aussitôt.
texts-damaged = { $count ->
    [one] Une ligne de textes-relus.csv a été modifiée : son texte est à relire.
   *[other] { $count } lignes de textes-relus.csv ont été modifiées : leurs textes sont à relire.
}
texts-place = Texte { $position } sur { $total }
texts-ask = 1 Citer tel quel, 2 Masquer des mots, 3 Ne pas citer, 4 Plus tard, 0 Arrêter :
texts-ask-words = Les mots à masquer, séparés par des virgules :
texts-ask-masked = 1 Citer ainsi, 2 Masquer autrement :
texts-missing = Ce n'est pas dans le texte : { $words }
texts-masked = [masqué]
texts-decided-no = Décidé : ne pas citer.
texts-decided-masked = Décidé : citer ainsi, « { $text } »
texts-decided-whole = Décidé : citer tel quel.
texts-end = { $decided ->
    [0] Rien n'est décidé.
    [one] Un texte est décidé.
   *[other] { $decided } textes sont décidés.
} { $left ->
    [0] Aucun n'attend plus.
    [one] Un texte attend encore.
   *[other] { $left } textes attendent encore.
}
texts-end-again = { $decided ->
    [0] Rien n'est décidé de nouveau.
    [one] Un texte est décidé de nouveau.
   *[other] { $decided } textes sont décidés de nouveau.
} { $left ->
    [0] Aucun n'attend.
    [one] Un texte attend encore.
   *[other] { $left } textes attendent encore.
}
texts-failed = La lecture s'arrête là ({ $system }). Ce qui est décidé est gardé.

## Des requêtes pour qui tient les lignes

cli-report-csv = Les chiffres dits, une ligne par chiffre, dans ce fichier ; « - » les affiche
cli-report-sql = Ne compte rien : écrit les requêtes des mêmes tableaux, pour DuckDB ou Spark
cli-report-parquet = Avec --sql : le dossier de « recueil export --format parquet --complet », là où les requêtes le liront ; sans rien, parquet
cli-report-to = Avec --sql : le fichier des requêtes ; sans rien, elles s'affichent
figures-written = Chiffres écrits dans { $path }. Une ligne sans nombre : on ne le dit pas.
sql-written = Requêtes écrites dans { $path }. Elles n'appliquent aucun seuil : leur première page dit ce qui ne se publie pas.
sql-what = Les tableaux de fréquences, et de ce qui a changé (mieux, pareil, moins bien), sur les fichiers que « recueil export --format parquet --complet » a écrits. Une requête par tableau ; rien n'est modifié.
sql-personal = Ces fichiers sont des données personnelles : une ligne par personne. Ils ne sortent pas de la structure, ou de l'ensemble de structures, à qui elles ont été confiées.
sql-threshold = AUCUN SEUIL N'EST APPLIQUÉ ICI. Ce que rendent ces requêtes ne se publie pas : ni ce qui repose sur moins de { $outside } réponses (moins de { $inside } dans la structure), ni une case qui est celle de quelques personnes, ni ce qui, par soustraction avec un autre tableau, le redonnerait, ni le détail d'une question ou d'un public sensible. Pour publier : recueil report --diffusion.
sql-columns = Chaque tableau a les mêmes colonnes, celles de « recueil report --csv » : { $columns }. « eligibles » : les lignes qui ont la question ; « posee » : sans celles où elle n'a pas été posée (NON_POSEE, NON_ATTEINTE) ; « repondu » : une réponse est donnée ; « non_lue » : la case ne tient aucune réponse de la question. Les présents du carnet de séances et les réponses en mots ne sont pas dans ces fichiers-là : le rapport les compte.
sql-rows = Les lignes retirées, et celles qu'une correction a remplacées dans le dossier, ne sont pas exportées. Une ligne venue deux fois, ou revenue d'ailleurs après sa correction, l'est : les tableaux de contrôle doivent dire 0 ; sinon, rassembler d'abord (recueil gather), puis exporter. Une version de questionnaire qui n'est pas nommée ici n'est pas comptée.
sql-trials-out = Les essais ne sont pas comptés.
sql-trials-with = Les essais exportés sont comptés.
sql-run-duckdb = Pour lancer : duckdb < ce fichier
sql-run-spark = Pour lancer : spark-sql -f ce fichier
sql-form-rows = Les lignes qui comptent, et parmi elles les entretiens arrêtés en chemin.
sql-control = Contrôle : deux fois 0.
sql-course = { $referentiel }, { $role } : de l'arrivée (entree) à un autre moment ({ $moment }), pour les mêmes personnes.
sql-course-rules = La première réponse de l'arrivée avec la dernière de l'autre moment : même référentiel, même rôle, même saison, même code. Deux réponses dont les jours ne disent pas laquelle est la première ou la dernière ne font pas de paire ; une dernière qui serait d'avant la première non plus.
sql-paired = Les personnes : appariées, ou non (laquelle est la première, laquelle est la dernière, dans l'ordre inverse).
sql-better-up = Mieux : plus haut.
sql-better-down = Mieux : plus bas.
sql-better-unsaid = Rien ne dit ce qui est mieux : plus, pareil, moins.
sql-better-counts = Mieux : passer à une réponse qui compte ({ $choices }). Moins bien : la quitter.
