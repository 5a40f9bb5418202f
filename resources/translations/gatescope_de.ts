<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>gatescope</name>
    <message>
        <source>Base64 comes in groups of 4 characters; here are %1.</source>
        <translation>Base64 kommt in Gruppen von 4 Zeichen; hier sind es %1.</translation>
    </message>
    <message>
        <source>The character at place %1 is not base64.</source>
        <translation>Das Zeichen an Stelle %1 gehört nicht zu Base64.</translation>
    </message>
    <message>
        <source>The base64 text does not end on a whole byte (place %1).</source>
        <translation>Der Base64-Text endet nicht mit einem ganzen Byte (Stelle %1).</translation>
    </message>
    <message>
        <source>The character at place %1 is not base64url.</source>
        <translation>Das Zeichen an Stelle %1 gehört nicht zu Base64url.</translation>
    </message>
    <message>
        <source>There is not enough memory to make a text of the experiment, or one of the text.</source>
        <translation>Der Speicher reicht nicht, um aus dem Experiment einen Text zu machen oder aus dem Text eines.</translation>
    </message>
    <message>
        <source>What was made shorter cannot be made long again: it is damaged, or longer than %1 bytes.</source>
        <translation>Was gekürzt wurde, lässt sich nicht wieder herstellen: Es ist beschädigt oder länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Cannot read %1: it is not a regular file.</source>
        <translation>%1 lässt sich nicht lesen: Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes, the most that is read here.</source>
        <translation>%1 ist größer als %2 Bytes, mehr wird hier nicht gelesen.</translation>
    </message>
    <message>
        <source>This was not worked out to the end, as somebody asked to stop.</source>
        <translation>Das wurde nicht zu Ende gerechnet, weil jemand um Abbruch bat.</translation>
    </message>
    <message>
        <source>The JSON text has %1 bytes; at most %2 are read here.</source>
        <translation>Der JSON-Text hat %1 Bytes; höchstens %2 werden hier gelesen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is not enough memory for this network and this input; make the network smaller or the sequences shorter.</source>
        <translation>Der Speicher reicht nicht für dieses Netz und diese Eingabe; verkleinern Sie das Netz oder kürzen Sie die Folgen.</translation>
    </message>
    <message>
        <source>The %1 backend computes in %2, not in %3.</source>
        <translation>Das Backend %1 rechnet in %2, nicht in %3.</translation>
    </message>
    <message>
        <source>There is no backend &quot;%1&quot; here: choose one of %2.</source>
        <translation>Ein Backend „%1“ gibt es hier nicht: Wählen Sie eines von %2.</translation>
    </message>
    <message>
        <source>The cpu backend has no %1: use the reference backend.</source>
        <translation>Das Backend cpu kennt kein(e) %1: Nehmen Sie das Backend reference.</translation>
    </message>
    <message>
        <source>The cpu backend has no dropout: use the reference backend, or a batch without masks.</source>
        <translation>Das Backend cpu kennt kein Dropout: Nehmen Sie das Backend reference oder einen Batch ohne Masken.</translation>
    </message>
    <message>
        <source>The cpu backend holds no values: use the reference backend, or remove the pins.</source>
        <translation>Das Backend cpu hält keine Werte fest: Nehmen Sie das Backend reference oder lösen Sie die festgehaltenen Werte.</translation>
    </message>
    <message>
        <source>This network has no decoder to write with: give it one.</source>
        <translation>Dieses Netz hat keinen Decoder, der schreiben könnte: Geben Sie ihm einen.</translation>
    </message>
    <message>
        <source>The batch has %1 sequences, but lengths of what to write for %2: give one for each.</source>
        <translation>Der Batch hat %1 Folgen, aber Längen des zu Schreibenden für %2: Geben Sie für jede eine an.</translation>
    </message>
    <message>
        <source>The loss is not finite. Use smaller weights or targets.</source>
        <translation>Der Verlust ist nicht endlich. Nehmen Sie kleinere Gewichte oder Zielwerte.</translation>
    </message>
    <message>
        <source>There is no step %1; there are %2, counted from 0.</source>
        <translation>Einen Schritt %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>Step %1 is the last one that is read: nothing can be forgotten after it.</source>
        <translation>Schritt %1 ist der letzte, der gelesen wird: Danach kann nichts mehr vergessen werden.</translation>
    </message>
    <message>
        <source>Nothing else could have been read at step %1, so nothing can be told of it.</source>
        <translation>An Schritt %1 hätte nichts anderes gelesen werden können, also lässt sich dazu nichts sagen.</translation>
    </message>
    <message>
        <source>What is read at step %1 makes no difference to this layer.</source>
        <translation>Was an Schritt %1 gelesen wird, macht für diese Schicht keinen Unterschied.</translation>
    </message>
    <message>
        <source>There is no tensor %1 in this network.</source>
        <translation>Einen Tensor %1 gibt es in diesem Netz nicht.</translation>
    </message>
    <message>
        <source>There is no place %1 in %2, which has %3 rows and %4 columns.</source>
        <translation>Eine Stelle %1 gibt es in %2 nicht; er hat %3 Zeilen und %4 Spalten.</translation>
    </message>
    <message>
        <source>How far a gradient reaches back is asked of a network that reads forwards and has no decoder.</source>
        <translation>Wie weit ein Gradient zurückreicht, lässt sich bei einem Netz fragen, das vorwärts liest und keinen Decoder hat.</translation>
    </message>
    <message>
        <source>The gradient is no number %1 steps back.</source>
        <translation>Der Gradient ist %1 Schritte zurück keine Zahl.</translation>
    </message>
    <message>
        <source>Step %1 of sequence %2: the head&apos;s output is not finite. Use smaller weights.</source>
        <translation>Schritt %1 der Folge %2: Die Ausgabe des Kopfes ist nicht endlich. Nehmen Sie kleinere Gewichte.</translation>
    </message>
    <message>
        <source>There is no %1 %2; there are %3, counted from 0.</source>
        <translation>%1 %2 gibt es nicht; es sind %3, gezählt ab 0.</translation>
    </message>
    <message>
        <source>This record holds single precision: itemise the gradient of one in double precision.</source>
        <translation>Diese Aufzeichnung hat einfache Genauigkeit: Schlüsseln Sie den Gradienten einer in doppelter Genauigkeit auf.</translation>
    </message>
    <message>
        <source>%1: the gradient of %2 (%3) is not finite. Use smaller weights, or a shorter sequence.</source>
        <translation>%1: Der Gradient von %2 (%3) ist nicht endlich. Nehmen Sie kleinere Gewichte oder eine kürzere Folge.</translation>
    </message>
    <message>
        <source>%1: %2 (%3) is not finite. Use smaller weights or inputs.</source>
        <translation>%1: %2 (%3) ist nicht endlich. Nehmen Sie kleinere Gewichte oder Eingaben.</translation>
    </message>
    <message>
        <source>A training run has made %1 updates: expected 0 or more.</source>
        <translation>Ein Trainingslauf hat %1 Updates gemacht: erwartet wird 0 oder mehr.</translation>
    </message>
    <message>
        <source>The mask of %1 holds a number that is neither 0, which stays, nor 1, which learns.</source>
        <translation>Die Maske von %1 enthält eine Zahl, die weder 0 ist (bleibt) noch 1 (lernt).</translation>
    </message>
    <message>
        <source>A network learns as it is, with no value held: remove the pins.</source>
        <translation>Ein Netz lernt so, wie es ist, ohne festgehaltene Werte: Lösen Sie sie.</translation>
    </message>
    <message>
        <source>The gradient of %1 has %2 steps of %3 sequences with %4 numbers, expected %5 steps of %6 sequences with %7 numbers.</source>
        <translation>Der Gradient von %1 hat %2 Schritte von %3 Folgen mit %4 Zahlen, erwartet werden %5 Schritte von %6 Folgen mit %7 Zahlen.</translation>
    </message>
    <message>
        <source>The gradient of %1 is not finite at step %2 of sequence %3: replace it by a number.</source>
        <translation>Der Gradient von %1 ist an Schritt %2 der Folge %3 nicht endlich: Ersetzen Sie ihn durch eine Zahl.</translation>
    </message>
    <message>
        <source>The gradient of %1 has %2 layers and directions, expected %3.</source>
        <translation>Der Gradient von %1 hat %2 Schichten und Richtungen, erwartet werden %3.</translation>
    </message>
    <message>
        <source>The gradient of %1[%2] has shape (%3, %4), expected (%5, %6).</source>
        <translation>Der Gradient von %1[%2] hat die Form (%3, %4), erwartet wird (%5, %6).</translation>
    </message>
    <message>
        <source>The gradient of %1[%2] is not finite: replace each nan and infinity.</source>
        <translation>Der Gradient von %1[%2] ist nicht endlich: Ersetzen Sie jedes nan und jedes Unendlich.</translation>
    </message>
    <message>
        <source>A gradient of the head&apos;s output is given, but the network has no head: remove it.</source>
        <translation>Es ist ein Gradient der Ausgabe des Kopfes gegeben, aber das Netz hat keinen Kopf: Lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>A gradient of c_n is given, but a %1 has no cell state: remove it.</source>
        <translation>Es ist ein Gradient von c_n gegeben, aber ein %1 hat keinen Zellzustand: Lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>The cell %1 has no %2 (%3); it has %4.</source>
        <translation>Die Zelle %1 hat kein %2 (%3); sie hat %4.</translation>
    </message>
    <message>
        <source>The quote at character %1 is not closed: expected %2 after the letter.</source>
        <translation>Das Anführungszeichen bei Zeichen %1 wird nicht geschlossen: Nach dem Buchstaben wird %2 erwartet.</translation>
    </message>
    <message>
        <source>The view looks at %1 %2, but there are only 0 to %3.</source>
        <translation>Die Ansicht zeigt %1 %2, es gibt aber nur 0 bis %3.</translation>
    </message>
    <message>
        <source>The view looks at the backward direction, but the network reads only forwards.</source>
        <translation>Die Ansicht zeigt die Rückwärtsrichtung, aber das Netz liest nur vorwärts.</translation>
    </message>
    <message>
        <source>This is not a Gatescope experiment: it should be a JSON object with &quot;format&quot;: &quot;%1&quot;.</source>
        <translation>Das ist kein Gatescope-Experiment: Es müsste ein JSON-Objekt mit &quot;format&quot;: &quot;%1&quot; sein.</translation>
    </message>
    <message>
        <source>This experiment was written by a newer Gatescope (format %1; this program reads up to %2): update Gatescope to open it.</source>
        <translation>Dieses Experiment hat ein neueres Gatescope geschrieben (Format %1; dieses Programm liest bis %2): Aktualisieren Sie Gatescope, um es zu öffnen.</translation>
    </message>
    <message>
        <source>The experiment would take %1 MB, and experiments of up to %2 MB can be opened: export the network as safetensors instead.</source>
        <translation>Das Experiment wäre %1 MB groß, und öffnen lassen sich Experimente bis %2 MB: Exportieren Sie stattdessen das Netz als safetensors.</translation>
    </message>
    <message>
        <source>The experiment would be a text of %1 characters, and such texts end at %2: save it as a file and send that.</source>
        <translation>Das Experiment wäre ein Text von %1 Zeichen, und solche Texte enden bei %2: Speichern Sie es als Datei und verschicken Sie die.</translation>
    </message>
    <message>
        <source>This text is not whole: something of it is missing or changed; copy it again, from “gatescope:” to its end.</source>
        <translation>Dieser Text ist nicht vollständig: Etwas fehlt oder wurde verändert; kopieren Sie ihn noch einmal, von „gatescope:“ bis zum Ende.</translation>
    </message>
    <message>
        <source>There is no experiment in this text; one would begin with “gatescope:1:”.</source>
        <translation>In diesem Text ist kein Experiment; eines begänne mit „gatescope:1:“.</translation>
    </message>
    <message>
        <source>This text was written by a newer Gatescope (version %1; this program reads up to %2): update Gatescope to open it.</source>
        <translation>Diesen Text hat ein neueres Gatescope geschrieben (Version %1; dieses Programm liest bis %2): Aktualisieren Sie Gatescope, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>%1 has %2 numbers, expected %3.</source>
        <translation>%1 hat %2 Zahlen, erwartet werden %3.</translation>
    </message>
    <message>
        <source>%1 should be updates that rise from 1 on, but %2 follows %3.</source>
        <translation>%1 müssten Updates sein, die ab 1 ansteigen, aber auf %3 folgt %2.</translation>
    </message>
    <message>
        <source>%1 speaks of update %2, which is not in the history.</source>
        <translation>%1 nennt Update %2, das nicht im Verlauf steht.</translation>
    </message>
    <message>
        <source>Sequence %1, step %2: token %3 is not a row of the embedding, which has rows 0 to %4.</source>
        <translation>Folge %1, Schritt %2: Token %3 ist keine Zeile des Embeddings; es hat die Zeilen 0 bis %4.</translation>
    </message>
    <message>
        <source>Sequence %1 has %2 numbers at each step, sequence 0 has %3; all need the same.</source>
        <translation>Folge %1 hat %2 Zahlen je Schritt, Folge 0 hat %3; alle brauchen gleich viele.</translation>
    </message>
    <message>
        <source>The input names %1 features, but has %2 numbers at each step.</source>
        <translation>Die Eingabe benennt %1 Merkmale, hat aber %2 Zahlen je Schritt.</translation>
    </message>
    <message>
        <source>The input has no sequence; a network needs at least one to read.</source>
        <translation>Die Eingabe hat keine Folge; ein Netz braucht mindestens eine zum Lesen.</translation>
    </message>
    <message>
        <source>Sequence %1 is empty; a network needs at least one step to read.</source>
        <translation>Folge %1 ist leer; ein Netz braucht mindestens einen Schritt zum Lesen.</translation>
    </message>
    <message>
        <source>The input is too long for this network: %1 sequences of up to %2 steps would fill a record of %3 million numbers, and %4 million fit; shorten it or split it.</source>
        <translation>Die Eingabe ist zu lang für dieses Netz: %1 Folgen von bis zu %2 Schritten ergäben eine Aufzeichnung von %3 Millionen Zahlen, und %4 Millionen passen hinein; kürzen oder teilen Sie sie.</translation>
    </message>
    <message>
        <source>The network&apos;s embedding should be [%1, %2], but its parameters hold none of that shape.</source>
        <translation>Das Embedding des Netzes müsste [%1, %2] sein, aber seine Parameter enthalten keines dieser Form.</translation>
    </message>
    <message>
        <source>The alphabet has %1 letters, but the embedding has %2 rows; each letter needs its own.</source>
        <translation>Das Alphabet hat %1 Buchstaben, das Embedding aber %2 Zeilen; jeder Buchstabe braucht eine eigene.</translation>
    </message>
    <message>
        <source>The alphabet has %1 letters, but the network reads %2 inputs; each letter needs its own.</source>
        <translation>Das Alphabet hat %1 Buchstaben, das Netz liest aber %2 Eingänge; jeder Buchstabe braucht einen eigenen.</translation>
    </message>
    <message>
        <source>The input is token numbers, but the network has no embedding that would make vectors of them.</source>
        <translation>Die Eingabe besteht aus Token-Nummern, aber das Netz hat kein Embedding, das Vektoren daraus machte.</translation>
    </message>
    <message>
        <source>Letter %1 of the alphabet is not one character of UTF-8.</source>
        <translation>Buchstabe %1 des Alphabets ist nicht ein Zeichen in UTF-8.</translation>
    </message>
    <message>
        <source>The letter “%1” stands twice in the alphabet.</source>
        <translation>Der Buchstabe „%1“ steht zweimal im Alphabet.</translation>
    </message>
    <message>
        <source>The text is not UTF-8 at byte %1, after %2 characters.</source>
        <translation>Der Text ist bei Byte %1, nach %2 Zeichen, kein UTF-8.</translation>
    </message>
    <message>
        <source>Text %1: %2</source>
        <translation>Text %1: %2</translation>
    </message>
    <message>
        <source>Letter %1 of %2: “%3” is not in the network&apos;s alphabet, which is %4.</source>
        <translation>Buchstabe %1 %2: „%3“ ist nicht im Alphabet des Netzes, und das ist %4.</translation>
    </message>
    <message>
        <source>%1 has %2 columns, but the network reads %3 numbers at each step.</source>
        <translation>%1 hat %2 Spalten, das Netz liest aber %3 Zahlen je Schritt.</translation>
    </message>
    <message>
        <source>%1 holds no letters; the network needs at least one to read.</source>
        <translation>%1 enthält keine Buchstaben; das Netz braucht mindestens einen zum Lesen.</translation>
    </message>
    <message>
        <source>%1 is a text, but this network has no alphabet: it reads %2 numbers at each step.</source>
        <translation>%1 ist ein Text, aber dieses Netz hat kein Alphabet: Es liest %2 Zahlen je Schritt.</translation>
    </message>
    <message>
        <source>%1 holds a network, not an input: open it instead.</source>
        <translation>%1 enthält ein Netz, keine Eingabe: Öffnen Sie es stattdessen.</translation>
    </message>
    <message>
        <source>The numbers do not fit the network that is to have them.</source>
        <translation>Die Zahlen passen nicht zu dem Netz, das sie bekommen soll.</translation>
    </message>
    <message>
        <source>This experiment begins from the demo %1, which this Gatescope does not have, or has otherwise.</source>
        <translation>Dieses Experiment beginnt mit der Demo %1, die dieses Gatescope nicht oder anders hat.</translation>
    </message>
    <message>
        <source>This experiment begins from a demo that is another in this Gatescope: let its file be sent instead.</source>
        <translation>Dieses Experiment beginnt mit einer Demo, die in diesem Gatescope eine andere ist: Lassen Sie sich stattdessen seine Datei schicken.</translation>
    </message>
    <message>
        <source>%1 holds fewer than the %2 numbers that the network in &quot;spec&quot; has.</source>
        <translation>%1 enthält weniger als die %2 Zahlen, die das Netz in &quot;spec&quot; hat.</translation>
    </message>
    <message>
        <source>%1.%2 has the shape %3, but &quot;spec&quot; asks for %4.</source>
        <translation>%1.%2 hat die Form %3, aber &quot;spec&quot; verlangt %4.</translation>
    </message>
    <message>
        <source>%1.%2 does not belong to the network in &quot;spec&quot;.</source>
        <translation>%1.%2 gehört nicht zum Netz in &quot;spec&quot;.</translation>
    </message>
    <message>
        <source>%1 holds a number that is not finite.</source>
        <translation>%1 enthält eine Zahl, die nicht endlich ist.</translation>
    </message>
    <message>
        <source>%1 should be updates that rise from 1 to %2.</source>
        <translation>%1 müssten Updates sein, die von 1 bis %2 ansteigen.</translation>
    </message>
    <message>
        <source>%1 holds an update without a point.</source>
        <translation>%1 enthält ein Update ohne Punkt.</translation>
    </message>
    <message>
        <source>The race would take %1 MB, and files of up to %2 MB can be opened.</source>
        <translation>Das Rennen wäre %1 MB groß, und öffnen lassen sich Dateien bis %2 MB.</translation>
    </message>
    <message>
        <source>Cannot erase %1: %2.</source>
        <translation>%1 lässt sich nicht löschen: %2.</translation>
    </message>
    <message>
        <source>These races are of different tasks or lengths: their losses cannot be compared.</source>
        <translation>Diese Rennen haben verschiedene Aufgaben oder Längen: Ihre Verluste sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>One of these is a sweep over sizes: it cannot be laid over a race.</source>
        <translation>Eines davon ist eine Größenreihe: Es lässt sich nicht über ein Rennen legen.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, is forgotten at step %4: the %5 of unit %6 lets it go (%7). What was left of the difference that it made: %8.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, ist an Schritt %4 vergessen: %5 von Einheit %6 lässt es gehen (%7). Was von dem Unterschied übrig war, den es machte: %8.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, is forgotten at step %4: the %5 of unit %6 hides it from the candidate (%7). What was left of the difference that it made: %8.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, ist an Schritt %4 vergessen: %5 von Einheit %6 verbirgt es vor dem Kandidaten (%7). Was von dem Unterschied übrig war, den es machte: %8.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, is forgotten at step %4, where unit %6 loses most; no gate could have kept it. What was left of the difference that it made: %8.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, ist an Schritt %4 vergessen, wo Einheit %6 am meisten verliert; kein Gate hätte es behalten können. Was von dem Unterschied übrig war, den es machte: %8.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, is not forgotten: %9 of the difference that it made is left at the end. Most goes at step %4, where the %5 of unit %6 lets go (%7): %8.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, ist nicht vergessen: Am Ende ist %9 von dem Unterschied übrig, den es machte. Am meisten geht an Schritt %4 verloren, wo %5 von Einheit %6 es gehen lässt (%7): %8.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, is not forgotten: %9 of the difference that it made is left at the end. Most goes at step %4, where the %5 of unit %6 hides it from the candidate (%7): %8.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, ist nicht vergessen: Am Ende ist %9 von dem Unterschied übrig, den es machte. Am meisten geht an Schritt %4 verloren, wo %5 von Einheit %6 es vor dem Kandidaten verbirgt (%7): %8.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, is not forgotten: %9 of the difference that it made is left at the end. Most goes at step %4, where unit %6 loses most; no gate could have kept it: %8.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, ist nicht vergessen: Am Ende ist %9 von dem Unterschied übrig, den es machte. Am meisten geht an Schritt %4 verloren, wo Einheit %6 am meisten verliert; kein Gate hätte es behalten können: %8.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, is not forgotten: %4 of the difference that it made is left at the end.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, ist nicht vergessen: Am Ende ist %4 von dem Unterschied übrig, den es machte.</translation>
    </message>
    <message>
        <source>The training would take %1 MB, and files of up to %2 MB can be opened: the network is too large to be kept with its optimizer&apos;s memory.</source>
        <translation>Das Training wäre %1 MB groß, und öffnen lassen sich Dateien bis %2 MB: Das Netz ist zu groß, um es mit dem Gedächtnis seines Optimierers aufzuheben.</translation>
    </message>
    <message>
        <source>This is not a stopped training: it should be a JSON object with &quot;format&quot;: &quot;%1&quot;.</source>
        <translation>Das ist kein angehaltenes Training: Es müsste ein JSON-Objekt mit &quot;format&quot;: &quot;%1&quot; sein.</translation>
    </message>
    <message>
        <source>So large a learning rate seldom settles; 0.1 is usual for this method.</source>
        <translation>Eine so große Lernrate kommt selten zur Ruhe; üblich ist bei diesem Verfahren 0.1.</translation>
    </message>
    <message>
        <source>So large a learning rate moves every weight by about as much at each update and never settles; 0.005 is usual.</source>
        <translation>Eine so große Lernrate bewegt jedes Gewicht bei jedem Update um etwa so viel und kommt nie zur Ruhe; üblich ist 0.005.</translation>
    </message>
    <message>
        <source>With a learning rate of 0 nothing is learned.</source>
        <translation>Mit einer Lernrate von 0 wird nichts gelernt.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has %2.</source>
        <translation>Die Tabelle hat keine Spalte „%1“; sie hat %2.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is chosen twice.</source>
        <translation>Die Spalte „%1“ ist zweimal gewählt.</translation>
    </message>
    <message>
        <source>Column %1 (%2) holds dates, which are no numbers: leave it out.</source>
        <translation>Spalte %1 (%2) enthält Datumsangaben, und die sind keine Zahlen: Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Column %1 (%2) holds text, not numbers: leave it out.</source>
        <translation>Spalte %1 (%2) enthält Text, keine Zahlen: Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Column %1 (%2) holds no number at all: leave it out.</source>
        <translation>Spalte %1 (%2) enthält gar keine Zahl: Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The table holds nothing but dates: there is no column of numbers.</source>
        <translation>Die Tabelle enthält nur Datumsangaben: Es gibt keine Spalte mit Zahlen.</translation>
    </message>
    <message>
        <source>In each of the %1 rows a value is missing: fill in the last values, or leave a column out.</source>
        <translation>In jeder der %1 Zeilen fehlt ein Wert: Ergänzen Sie die letzten Werte oder lassen Sie eine Spalte weg.</translation>
    </message>
    <message>
        <source>It holds %1 tables, expected one.</source>
        <translation>Sie enthält %1 Tabellen, erwartet wird eine.</translation>
    </message>
    <message>
        <source>The table has %1 bytes; at most %2 are read.</source>
        <translation>Die Tabelle hat %1 Bytes; höchstens %2 werden gelesen.</translation>
    </message>
    <message>
        <source>The table has no row of numbers.</source>
        <translation>Die Tabelle hat keine Zeile mit Zahlen.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3 is not a finite number.</source>
        <translation>Zeile %1, Spalte %2: %3 ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3 is too large or too small for a number of 64 bits.</source>
        <translation>Zeile %1, Spalte %2: %3 ist zu groß oder zu klein für eine Zahl von 64 Bit.</translation>
    </message>
    <message>
        <source>Line %1, column %2 is empty, expected a number.</source>
        <translation>Zeile %1, Spalte %2 ist leer, erwartet wird eine Zahl.</translation>
    </message>
    <message>
        <source>Line %1, column %2: &quot;%3&quot; is not a number with a decimal comma.</source>
        <translation>Zeile %1, Spalte %2: „%3“ ist keine Zahl mit Dezimalkomma.</translation>
    </message>
    <message>
        <source>Line %1, column %2: &quot;%3&quot; is not a number.</source>
        <translation>Zeile %1, Spalte %2: „%3“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1 is missing beside the other tensors of this module.</source>
        <translation>%1 fehlt neben den anderen Tensoren dieses Moduls.</translation>
    </message>
    <message>
        <source>%1 has the shape %2, expected [3H, H] for a GRU, [4H, H] for an LSTM, [H, H] for an RNN.</source>
        <translation>%1 hat die Form %2, erwartet wird [3H, H] für ein GRU, [4H, H] für ein LSTM, [H, H] für ein RNN.</translation>
    </message>
    <message>
        <source>%1 has the shape %2: its rows are not 3, 4 or 1 times its columns, as a GRU&apos;s, an LSTM&apos;s and an RNN&apos;s are.</source>
        <translation>%1 hat die Form %2: Die Zeilen sind nicht das 3-, 4- oder 1-Fache der Spalten wie bei GRU, LSTM und RNN.</translation>
    </message>
    <message>
        <source>%1 has the shape %2, expected %3.</source>
        <translation>%1 hat die Form %2, erwartet wird %3.</translation>
    </message>
    <message>
        <source>%1 is stored as %2, expected F64, F32, F16 or BF16.</source>
        <translation>%1 ist als %2 gespeichert, erwartet wird F64, F32, F16 oder BF16.</translation>
    </message>
    <message>
        <source>%1 is an LSTM with projections (proj_size), which Gatescope does not compute.</source>
        <translation>%1 ist ein LSTM mit Projektionen (proj_size), die Gatescope nicht rechnet.</translation>
    </message>
    <message>
        <source>The name %1 stands twice.</source>
        <translation>Der Name %1 kommt zweimal vor.</translation>
    </message>
    <message>
        <source>%1%2 is %3, which is too large for %4.</source>
        <translation>%1%2 ist %3, zu groß für %4.</translation>
    </message>
    <message>
        <source>torch.nn.%1 has no %2 and would compute something else from this file: save it as .gatescope.</source>
        <translation>torch.nn.%1 hat kein %2 und würde aus dieser Datei etwas anderes rechnen: Speichern Sie als .gatescope.</translation>
    </message>
    <message>
        <source>torch.nn.GRU has its reset after the product and would compute something else from this file; save it as .gatescope. %1</source>
        <translation>torch.nn.GRU hat den Reset nach dem Produkt und würde aus dieser Datei etwas anderes rechnen; speichern Sie als .gatescope. %1</translation>
    </message>
    <message>
        <source>There is no recurrent module among the %1 tensors: none is named as in PyTorch, such as weight_ih_l0 or encoder.gru.weight_ih_l0.</source>
        <translation>Unter den %1 Tensoren ist kein rekurrentes Modul: Keiner heißt wie in PyTorch, etwa weight_ih_l0 oder encoder.gru.weight_ih_l0.</translation>
    </message>
    <message>
        <source>There are %1 recurrent modules: %2. Say which with --layer-prefix.</source>
        <translation>Es gibt %1 rekurrente Module: %2. Sagen Sie mit --layer-prefix, welches gemeint ist.</translation>
    </message>
    <message>
        <source>There is no recurrent module under the prefix &quot;%1&quot;; there is: %2.</source>
        <translation>Unter dem Präfix „%1“ gibt es kein rekurrentes Modul; es gibt: %2.</translation>
    </message>
    <message>
        <source>The array holds Python objects, which only Python can read; save array.astype(&apos;float64&apos;).</source>
        <translation>Das Array enthält Python-Objekte, die nur Python lesen kann; speichern Sie array.astype(&apos;float64&apos;).</translation>
    </message>
    <message>
        <source>The dtype %1 is not read here; save array.astype(&apos;float64&apos;).</source>
        <translation>Der dtype %1 wird hier nicht gelesen; speichern Sie array.astype(&apos;float64&apos;).</translation>
    </message>
    <message>
        <source>The array has %1 dimensions; expected 1 to 3.</source>
        <translation>Das Array hat %1 Dimensionen; erwartet werden 1 bis 3.</translation>
    </message>
    <message>
        <source>The array has the shape %1, which is more than %2 numbers.</source>
        <translation>Das Array hat die Form %1, das sind mehr als %2 Zahlen.</translation>
    </message>
    <message>
        <source>The array has the shape %1, which holds no number.</source>
        <translation>Das Array hat die Form %1 und enthält keine Zahl.</translation>
    </message>
    <message>
        <source>The array has the shape %1, which is more than %2 sequences.</source>
        <translation>Das Array hat die Form %1, das sind mehr als %2 Folgen.</translation>
    </message>
    <message>
        <source>From byte %1 there are %2 bytes of values; the shape %3 in %4 needs %5.</source>
        <translation>Ab Byte %1 gibt es %2 Bytes mit Werten; die Form %3 in %4 braucht %5.</translation>
    </message>
    <message>
        <source>%1 is not a finite number.</source>
        <translation>%1 ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>This is no .npy file: it does not begin with \x93NUMPY, a version and a length.</source>
        <translation>Das ist keine .npy-Datei: Sie beginnt nicht mit \x93NUMPY, einer Version und einer Länge.</translation>
    </message>
    <message>
        <source>Byte 6: version %1 of the .npy format is not known; 1 to 3 are.</source>
        <translation>Byte 6: Version %1 des .npy-Formats ist unbekannt; bekannt sind 1 bis 3.</translation>
    </message>
    <message>
        <source>Byte 8 announces a header of %1 bytes, but only %2 follow.</source>
        <translation>Byte 8 kündigt einen Kopf von %1 Bytes an, es folgen aber nur %2.</translation>
    </message>
    <message>
        <source>This is a zip archive (.npz?); save one array with numpy.save as .npy.</source>
        <translation>Das ist ein zip-Archiv (.npz?); speichern Sie ein Array mit numpy.save als .npy.</translation>
    </message>
    <message>
        <source>%1 has %2 sequences; at most %3 are read.</source>
        <translation>%1 hat %2 Folgen; höchstens %3 werden gelesen.</translation>
    </message>
    <message>
        <source>%1 is not a list of rows.</source>
        <translation>%1 ist keine Liste von Zeilen.</translation>
    </message>
    <message>
        <source>lengths must be a list of %1 numbers, one for each sequence.</source>
        <translation>lengths muss eine Liste von %1 Zahlen sein, eine je Folge.</translation>
    </message>
    <message>
        <source>lengths[%1] is %2, expected 1 to %3.</source>
        <translation>lengths[%1] ist %2, erwartet wird 1 bis %3.</translation>
    </message>
    <message>
        <source>Expected a list of rows, or an object with &quot;x&quot;.</source>
        <translation>Erwartet wird eine Liste von Zeilen oder ein Objekt mit &quot;x&quot;.</translation>
    </message>
    <message>
        <source>%1 is %2, expected an object.</source>
        <translation>%1 ist %2, erwartet wird ein Objekt.</translation>
    </message>
    <message>
        <source>%1.%2 is missing.</source>
        <translation>%1.%2 fehlt.</translation>
    </message>
    <message>
        <source>pins is %1, expected a list.</source>
        <translation>pins ist %1, erwartet wird eine Liste.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; must be a list of whole numbers.</source>
        <translation>%1: &quot;%2&quot; muss eine Liste ganzer Zahlen sein.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; holds %3, expected whole numbers from 0.</source>
        <translation>%1: &quot;%2&quot; enthält %3, erwartet werden ganze Zahlen ab 0.</translation>
    </message>
    <message>
        <source>%1 is %2, expected {&quot;dtype&quot;, &quot;shape&quot;, &quot;data_offsets&quot;}.</source>
        <translation>%1 ist %2, erwartet wird {&quot;dtype&quot;, &quot;shape&quot;, &quot;data_offsets&quot;}.</translation>
    </message>
    <message>
        <source>%1: &quot;dtype&quot; must be a text.</source>
        <translation>%1: &quot;dtype&quot; muss ein Text sein.</translation>
    </message>
    <message>
        <source>%1: the dtype %2 is not known.</source>
        <translation>%1: Der dtype %2 ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; at most %3 are read.</source>
        <translation>%1 hat %2 Dimensionen; höchstens %3 werden gelesen.</translation>
    </message>
    <message>
        <source>%1: &quot;data_offsets&quot; must be a begin and an end that is not before it.</source>
        <translation>%1: &quot;data_offsets&quot; muss ein Anfang sein und ein Ende, das nicht davor liegt.</translation>
    </message>
    <message>
        <source>%1: the shape %2 in %3 does not fit the %4 bytes that &quot;data_offsets&quot; gives it.</source>
        <translation>%1: Die Form %2 in %3 passt nicht zu den %4 Bytes, die &quot;data_offsets&quot; ihr gibt.</translation>
    </message>
    <message>
        <source>__metadata__ is %1, expected an object.</source>
        <translation>__metadata__ ist %1, erwartet wird ein Objekt.</translation>
    </message>
    <message>
        <source>__metadata__: &quot;%1&quot; is %2, expected a text.</source>
        <translation>__metadata__: &quot;%1&quot; ist %2, erwartet wird ein Text.</translation>
    </message>
    <message>
        <source>%1 begins at byte %2 of the data and overlaps the tensor that reaches to byte %3.</source>
        <translation>%1 beginnt bei Byte %2 der Daten und überschneidet den Tensor, der bis Byte %3 reicht.</translation>
    </message>
    <message>
        <source>%1 begins at byte %2 of the data, but nothing fills it from byte %3 on.</source>
        <translation>%1 beginnt bei Byte %2 der Daten, aber ab Byte %3 füllt nichts die Lücke.</translation>
    </message>
    <message>
        <source>%1 ends at byte %2 of the data, but the file holds only %3.</source>
        <translation>%1 endet bei Byte %2 der Daten, die Datei hat aber nur %3.</translation>
    </message>
    <message>
        <source>The data has %1 bytes, but the tensors fill only %2 of them.</source>
        <translation>Die Daten haben %1 Bytes, die Tensoren füllen aber nur %2 davon.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; a safetensors file begins with 8 that give its header&apos;s length.</source>
        <translation>Die Datei hat %1 Bytes; eine safetensors-Datei beginnt mit 8, die die Länge ihres Kopfes angeben.</translation>
    </message>
    <message>
        <source>The first 8 bytes announce a header of %1 bytes, but only %2 follow: this is no safetensors file, or it is cut off.</source>
        <translation>Die ersten 8 Bytes kündigen einen Kopf von %1 Bytes an, es folgen aber nur %2: Das ist keine safetensors-Datei, oder sie ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The header has %1 bytes; at most %2 are read.</source>
        <translation>Der Kopf hat %1 Bytes; höchstens %2 werden gelesen.</translation>
    </message>
    <message>
        <source>The header must be a JSON object that begins with its first byte.</source>
        <translation>Der Kopf muss ein JSON-Objekt sein, das mit seinem ersten Byte beginnt.</translation>
    </message>
    <message>
        <source>The header announces %1 tensors; at most %2 are read.</source>
        <translation>Der Kopf kündigt %1 Tensoren an; höchstens %2 werden gelesen.</translation>
    </message>
    <message>
        <source>spec is %1, expected an object.</source>
        <translation>spec ist %1, erwartet wird ein Objekt.</translation>
    </message>
    <message>
        <source>spec: &quot;%1&quot; is missing.</source>
        <translation>spec: &quot;%1&quot; fehlt.</translation>
    </message>
    <message>
        <source>spec: &quot;cell&quot; is %1, expected &quot;gru&quot;, &quot;lstm&quot; or &quot;rnn&quot;.</source>
        <translation>spec: &quot;cell&quot; ist %1, erwartet wird &quot;gru&quot;, &quot;lstm&quot; oder &quot;rnn&quot;.</translation>
    </message>
    <message>
        <source>%1: &quot;shape&quot; must be a list of at most %2 sizes.</source>
        <translation>%1: &quot;shape&quot; muss eine Liste von höchstens %2 Größen sein.</translation>
    </message>
    <message>
        <source>%1: &quot;shape&quot; holds %2, which is no size.</source>
        <translation>%1: &quot;shape&quot; enthält %2, und das ist keine Größe.</translation>
    </message>
    <message>
        <source>%1: expected {&quot;dtype&quot;, &quot;shape&quot;, &quot;data&quot;}, found %2.</source>
        <translation>%1: erwartet wird {&quot;dtype&quot;, &quot;shape&quot;, &quot;data&quot;}, gefunden %2.</translation>
    </message>
    <message>
        <source>%1: &quot;dtype&quot; must be F64, F32, F16 or BF16.</source>
        <translation>%1: &quot;dtype&quot; muss F64, F32, F16 oder BF16 sein.</translation>
    </message>
    <message>
        <source>%1: &quot;data&quot; must be a base64 text.</source>
        <translation>%1: &quot;data&quot; muss ein Base64-Text sein.</translation>
    </message>
    <message>
        <source>%1: the shape %2 in %3 does not fit the %4 bytes of &quot;data&quot;.</source>
        <translation>%1: Die Form %2 in %3 passt nicht zu den %4 Bytes von &quot;data&quot;.</translation>
    </message>
    <message>
        <source>The text is UTF-16 but has an odd number of bytes: it is cut off.</source>
        <translation>Der Text ist UTF-16, hat aber eine ungerade Zahl von Bytes: Er ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Byte %1 of the UTF-16 text is half a character.</source>
        <translation>Byte %1 des UTF-16-Textes ist ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>Line %1, column %2 holds a byte of 0: this is no text.</source>
        <translation>Zeile %1, Spalte %2 enthält ein Byte 0: Das ist kein Text.</translation>
    </message>
    <message>
        <source>lengths must be a list of %1 numbers, one for each sequence of x.</source>
        <translation>lengths muss eine Liste von %1 Zahlen sein, eine je Folge von x.</translation>
    </message>
    <message>
        <source>lengths[%1] is %2, expected 1 to %3, the steps of x.</source>
        <translation>lengths[%1] ist %2, erwartet wird 1 bis %3, die Schritte von x.</translation>
    </message>
    <message>
        <source>Expected an object with &quot;x&quot;: [N][T][%1].</source>
        <translation>Erwartet wird ein Objekt mit &quot;x&quot;: [N][T][%1].</translation>
    </message>
    <message>
        <source>%1 is given, but only an LSTM has a cell state c.</source>
        <translation>%1 ist gegeben, aber nur ein LSTM hat einen Zellzustand c.</translation>
    </message>
    <message>
        <source>A step has %1 numbers, but the network reads %2; expected one column for each input.</source>
        <translation>Ein Schritt hat %1 Zahlen, das Netz liest aber %2; erwartet wird eine Spalte je Eingang.</translation>
    </message>
    <message>
        <source>There is no step to read; expected at least one row of numbers.</source>
        <translation>Es gibt keinen Schritt zu lesen; erwartet wird mindestens eine Zeile Zahlen.</translation>
    </message>
    <message>
        <source>A memory in a loop</source>
        <translation>Ein Gedächtnis in einer Schleife</translation>
    </message>
    <message>
        <source>How a state carries what came before, why it fades, and which gate keeps it.</source>
        <translation>Wie ein Zustand trägt, was vorher kam, warum es verblasst und welches Gate es behält.</translation>
    </message>
    <message>
        <source>Using the layer</source>
        <translation>Die Schicht benutzen</translation>
    </message>
    <message>
        <source>What PyTorch&apos;s layer takes and gives, and where numbers silently go wrong.</source>
        <translation>Was PyTorchs Schicht nimmt und gibt, und wo Zahlen unbemerkt falsch werden.</translation>
    </message>
    <message>
        <source>Why it learns</source>
        <translation>Warum sie lernt</translation>
    </message>
    <message>
        <source>How far a gradient reaches, and where memory ends.</source>
        <translation>Wie weit ein Gradient reicht und wo das Gedächtnis endet.</translation>
    </message>
    <message>
        <source>Frameworks and speed</source>
        <translation>Frameworks und Tempo</translation>
    </message>
    <message>
        <source>The same cell in Keras, and what makes it fast.</source>
        <translation>Dieselbe Zelle in Keras, und was sie schnell macht.</translation>
    </message>
    <message>
        <source>In the wild</source>
        <translation>In freier Wildbahn</translation>
    </message>
    <message>
        <source>Words, letters, streams and forecasts.</source>
        <translation>Wörter, Buchstaben, Datenströme und Vorhersagen.</translation>
    </message>
    <message>
        <source>This network has no biases of a reset gate.</source>
        <translation>Dieses Netz hat keinen Bias eines Reset-Gates.</translation>
    </message>
    <message>
        <source>Update-gate bias</source>
        <translation>Bias des Update-Gates</translation>
    </message>
    <message>
        <source>overwrite</source>
        <translation>überschreiben</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>Reset-gate bias</source>
        <translation>Bias des Reset-Gates</translation>
    </message>
    <message>
        <source>past shut out</source>
        <translation>ausgesperrt</translation>
    </message>
    <message>
        <source>past let in</source>
        <translation>eingelassen</translation>
    </message>
    <message>
        <source>There is no unit %1: the network has units 0 to %2.</source>
        <translation>Eine Einheit %1 gibt es nicht: Das Netz hat die Einheiten 0 bis %2.</translation>
    </message>
    <message>
        <source>This cell has no %1.</source>
        <translation>Diese Zelle hat kein %1.</translation>
    </message>
    <message>
        <source>Done: %1 of %1 steps survived.</source>
        <translation>Geschafft: %1 von %1 Schritten überlebt.</translation>
    </message>
    <message>
        <source>%1 of %2 steps survived.</source>
        <translation>%1 von %2 Schritten überlebt.</translation>
    </message>
    <message>
        <source>%1 of %2 steps survived, but step %3 took in nothing new.</source>
        <translation>%1 von %2 Schritten überlebt, aber Schritt %3 hat nichts Neues aufgenommen.</translation>
    </message>
    <message>
        <source>From step %1 there are no %2 steps more: the sequence has %3 steps.</source>
        <translation>Ab Schritt %1 gibt es keine %2 Schritte mehr: Die Folge hat %3 Schritte.</translation>
    </message>
    <message>
        <source>There is no step %1 to take in a new value.</source>
        <translation>Einen Schritt %1, der einen neuen Wert aufnehmen könnte, gibt es nicht.</translation>
    </message>
    <message>
        <source>No step is chosen yet.</source>
        <translation>Noch ist kein Schritt gewählt.</translation>
    </message>
    <message>
        <source>There is no step %1.</source>
        <translation>Einen Schritt %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Done: at step %1 %2 is %3.</source>
        <translation>Geschafft: An Schritt %1 ist %2 gleich %3.</translation>
    </message>
    <message>
        <source>At step %1 %2 is %3. At another step it is larger.</source>
        <translation>An Schritt %1 ist %2 gleich %3. An einem anderen Schritt ist es größer.</translation>
    </message>
    <message>
        <source>At step %1 %2 is %3. At another step it is smaller.</source>
        <translation>An Schritt %1 ist %2 gleich %3. An einem anderen Schritt ist es kleiner.</translation>
    </message>
    <message>
        <source>A value is to be at least or at most something: say one of the two.</source>
        <translation>Ein Wert soll mindestens oder höchstens etwas sein: Sagen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Done: %1 is %2.</source>
        <translation>Geschafft: %1 ist %2.</translation>
    </message>
    <message>
        <source>From the last step there are no %1 steps back: the sequence has %2 steps.</source>
        <translation>Vom letzten Schritt gibt es keine %1 Schritte zurück: Die Folge hat %2 Schritte.</translation>
    </message>
    <message>
        <source>Done: %1 steps back %2 % of the gradient is left.</source>
        <translation>Geschafft: %1 Schritte zurück sind %2 % des Gradienten übrig.</translation>
    </message>
    <message>
        <source>It survives %1 of %2 steps; %2 steps back %3 % is left.</source>
        <translation>Er überlebt %1 von %2 Schritten; %2 Schritte zurück sind %3 % übrig.</translation>
    </message>
    <message>
        <source>how exactly an input can be read off the state, by steps since it was read</source>
        <translation>wie genau sich eine Eingabe vom Zustand ablesen lässt, nach Schritten seit dem Lesen</translation>
    </message>
    <message>
        <source>Of %1 steps of noise, a linear reading of the state finds the input just read with an exactness of %2, that of 2 steps before with %3, of 5 with %4, of 10 with %5, of 20 with %6.</source>
        <translation>Aus %1 Schritten Rauschen findet eine lineare Ablesung des Zustands die eben gelesene Eingabe mit einer Genauigkeit von %2, die von 2 Schritten zuvor mit %3, von 5 mit %4, von 10 mit %5, von 20 mit %6.</translation>
    </message>
    <message>
        <source>read off the state</source>
        <translation>vom Zustand abgelesen</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>Added up over all delays, in inputs&apos; worth, mean of 5 untrained GRUs: %1 with 2 units, %2 with 4, %3 with 8, %4 with 16.</source>
        <translation>Über alle Abstände summiert, in ganzen Eingaben, Mittel aus 5 untrainierten GRUs: %1 mit 2 Einheiten, %2 mit 4, %3 mit 8, %4 mit 16.</translation>
    </message>
    <message>
        <source>With a z-bias of 0 the input just read is found with an exactness of %1, that of 15 steps before with %2; with a bias of 4 with %3 and %4. Added up over all delays: %5 and %6, of at most %7.</source>
        <translation>Mit einem z-Bias von 0 wird die eben gelesene Eingabe mit einer Genauigkeit von %1 gefunden, die von 15 Schritten zuvor mit %2; mit einem Bias von 4 mit %3 und %4. Über alle Abstände summiert: %5 und %6, von höchstens %7.</translation>
    </message>
    <message>
        <source>z-bias 4</source>
        <translation>z-Bias 4</translation>
    </message>
    <message>
        <source>z-bias 0</source>
        <translation>z-Bias 0</translation>
    </message>
    <message>
        <source>With a z-bias of 40 every unit begins at 0.7: after %1 steps it has changed by %2, and %1 ones at the input instead of zeros have moved it by %3.</source>
        <translation>Mit einem z-Bias von 40 beginnt jede Einheit bei 0.7: Nach %1 Schritten hat sie sich um %2 geändert, und %1 Einsen am Eingang statt Nullen haben sie um %3 bewegt.</translation>
    </message>
    <message>
        <source>What was read at step 0 is under a tenth of what it was from step %1 on; at the last step %2 % is left.</source>
        <translation>Was an Schritt 0 gelesen wurde, ist ab Schritt %1 weniger als ein Zehntel dessen, was es war; am letzten Schritt sind %2 % übrig.</translation>
    </message>
    <message>
        <source>left of step 0</source>
        <translation>übrig von Schritt 0</translation>
    </message>
    <message>
        <source>share that is left of what was read at step 0</source>
        <translation>Anteil, der von dem an Schritt 0 Gelesenen übrig ist</translation>
    </message>
    <message>
        <source>The longer ago, the less can be read off the state</source>
        <translation>Je länger her, desto weniger lässt sich vom Zustand ablesen</translation>
    </message>
    <message>
        <source>A state holds no more inputs than it has units</source>
        <translation>Ein Zustand fasst nicht mehr Eingaben, als er Einheiten hat</translation>
    </message>
    <message>
        <source>Kept for longer is kept less exactly</source>
        <translation>Was länger behalten wird, wird ungenauer behalten</translation>
    </message>
    <message>
        <source>What keeps for ever hears nothing</source>
        <translation>Was für immer behält, hört nichts</translation>
    </message>
    <message>
        <source>What was read first is forgotten</source>
        <translation>Was zuerst gelesen wurde, ist vergessen</translation>
    </message>
    <message>
        <source>z of unit 0 that keeps</source>
        <translation>z von Einheit 0, das behält</translation>
    </message>
    <message>
        <source>z of unit 0 that overwrites</source>
        <translation>z von Einheit 0, das überschreibt</translation>
    </message>
    <message>
        <source>z of unit 0, by steps</source>
        <translation>z von Einheit 0, nach Schritten</translation>
    </message>
    <message>
        <source>The same weights under the other rule, not converted: outputs move by up to %1; the largest number of the last state is %2.</source>
        <translation>Dieselben Gewichte unter der anderen Regel, nicht umgerechnet: Die Ausgaben bewegen sich um bis zu %1; die größte Zahl des letzten Zustands ist %2.</translation>
    </message>
    <message>
        <source>At step %1 the reset gates of units 1 to %2 go from 0 to 1: with the reset after the product the candidate of unit 0 moves by %3, with the reset before it by %4.</source>
        <translation>An Schritt %1 gehen die Reset-Gates der Einheiten 1 bis %2 von 0 auf 1: Mit dem Reset nach dem Produkt bewegt sich der Kandidat von Einheit 0 um %3, mit dem Reset davor um %4.</translation>
    </message>
    <message>
        <source>The same weights with the reset on the other side: outputs move by up to %1. Converting them was asked of Gatescope just now, and it refused: no weights make up for it.</source>
        <translation>Dieselben Gewichte mit dem Reset auf der anderen Seite: Die Ausgaben bewegen sich um bis zu %1. Gatescope wurde eben gebeten, sie umzurechnen, und hat es abgelehnt: Keine Gewichte gleichen das aus.</translation>
    </message>
    <message>
        <source>reset after the product</source>
        <translation>Reset nach dem Produkt</translation>
    </message>
    <message>
        <source>reset before the product</source>
        <translation>Reset vor dem Produkt</translation>
    </message>
    <message>
        <source>state of unit 0, by steps</source>
        <translation>Zustand von Einheit 0, nach Schritten</translation>
    </message>
    <message>
        <source>In this network all of U_n but its %1 diagonal numbers was put to 0, and b_hn too. With the reset on either side the outputs differ by at most %2, and the conversion is granted.</source>
        <translation>In diesem Netz wurde U_n bis auf seine %1 Diagonalzahlen auf 0 gesetzt, und b_hn auch. Mit dem Reset auf der einen oder der anderen Seite unterscheiden sich die Ausgaben höchstens um %2, und die Umrechnung wird gewährt.</translation>
    </message>
    <message>
        <source>Negating the rows of z turns one reading into the other</source>
        <translation>Die z-Zeilen mit umgekehrtem Vorzeichen machen die eine Lesart zur anderen</translation>
    </message>
    <message>
        <source>Weights read by the other rule answer something else</source>
        <translation>Gewichte, nach der anderen Regel gelesen, antworten etwas anderes</translation>
    </message>
    <message>
        <source>After the product a unit hears its own reset alone</source>
        <translation>Nach dem Produkt hört eine Einheit nur ihren eigenen Reset</translation>
    </message>
    <message>
        <source>No weights move the reset to the other side</source>
        <translation>Keine Gewichte bringen den Reset auf die andere Seite</translation>
    </message>
    <message>
        <source>Where each unit hears only itself, both sides agree</source>
        <translation>Wo jede Einheit nur sich selbst hört, sind beide Seiten gleich</translation>
    </message>
    <message>
        <source>With %1 units on %2 inputs an RNN has %3 parameters, a GRU %4, an LSTM %5.</source>
        <translation>Mit %1 Einheiten und %2 Eingängen hat ein RNN %3 Parameter, ein GRU %4, ein LSTM %5.</translation>
    </message>
    <message>
        <source>Set by hand, the LSTM&apos;s cell counts to %1 and back, wrong by %2 at most. A GRU&apos;s unit set by hand adds %3 at the first one and %4 at the fiftieth; it never reaches 1.</source>
        <translation>Von Hand gesetzt zählt die Zelle des LSTM bis %1 und zurück, höchstens um %2 falsch. Die Einheit eines GRU, von Hand gesetzt, fügt bei der ersten Eins %3 hinzu und bei der fünfzigsten %4; sie erreicht nie 1.</translation>
    </message>
    <message>
        <source>LSTM, c</source>
        <translation>LSTM, c</translation>
    </message>
    <message>
        <source>GRU, h</source>
        <translation>GRU, h</translation>
    </message>
    <message>
        <source>what the unit holds while it reads 50 times +1, then 50 times −1</source>
        <translation>was die Einheit hält, während sie 50-mal +1 und dann 50-mal −1 liest</translation>
    </message>
    <message>
        <source>A GRU of %1 units has %2 parameters. Nearest to that come an RNN of %3 units with %4 and an LSTM of %5 with %6.</source>
        <translation>Ein GRU mit %1 Einheiten hat %2 Parameter. Am nächsten kommen ein RNN mit %3 Einheiten und %4 und ein LSTM mit %5 und %6.</translation>
    </message>
    <message>
        <source>Of the same units RNN, GRU and LSTM have weights as 1 to 3 to 4</source>
        <translation>Bei gleich vielen Einheiten haben RNN, GRU und LSTM Gewichte wie 1 zu 3 zu 4</translation>
    </message>
    <message>
        <source>For the same weights an RNN has more units and an LSTM fewer</source>
        <translation>Bei gleich vielen Gewichten hat ein RNN mehr Einheiten und ein LSTM weniger</translation>
    </message>
    <message>
        <source>An LSTM&apos;s cell counts on where a GRU&apos;s state cannot</source>
        <translation>Die Zelle eines LSTM zählt weiter, wo der Zustand eines GRU es nicht kann</translation>
    </message>
    <message>
        <source>%1 numbers of masks drawn with a share of 0.5: %2 % are 0, the others are %3; their mean is %4.</source>
        <translation>%1 Zahlen von Masken, gezogen mit einem Anteil von 0.5: %2 % sind 0, die anderen sind %3; ihr Mittel ist %4.</translation>
    </message>
    <message>
        <source>What layer 1 reads over %1 steps: with PyTorch&apos;s dropout a unit falls silent or is heard again %2 times, with Keras&apos; dropout %3 times; there %4 of %5 units are silent from the first step to the last.</source>
        <translation>Was Schicht 1 über %1 Schritte liest: Mit PyTorchs Dropout verstummt eine Einheit %2-mal oder ist wieder zu hören, mit Keras’ Dropout %3-mal; dort schweigen %4 von %5 Einheiten vom ersten Schritt bis zum letzten.</translation>
    </message>
    <message>
        <source>A dropout of 0.5 moves the output of %1 layers by up to %2, and that of the first layer alone by %3.</source>
        <translation>Ein Dropout von 0.5 bewegt die Ausgabe von %1 Schichten um bis zu %2 und die der ersten Schicht allein um %3.</translation>
    </message>
    <message>
        <source>The same sequence twice: in train() the outputs differ by up to %1, in eval() by %2.</source>
        <translation>Zweimal dieselbe Folge: In train() unterscheiden sich die Ausgaben um bis zu %1, in eval() um %2.</translation>
    </message>
    <message>
        <source>What is not dropped is made larger, so that the mean stays</source>
        <translation>Was nicht ausfällt, wird größer gemacht, damit das Mittel bleibt</translation>
    </message>
    <message>
        <source>PyTorch drops anew at each step, Keras the same at all</source>
        <translation>PyTorch lost bei jedem Schritt neu aus, Keras für alle gleich</translation>
    </message>
    <message>
        <source>With one layer PyTorch&apos;s dropout does nothing</source>
        <translation>Bei einer Schicht tut PyTorchs Dropout nichts</translation>
    </message>
    <message>
        <source>Nothing is dropped when the network answers</source>
        <translation>Nichts fällt aus, wenn das Netz antwortet</translation>
    </message>
    <message>
        <source>Zoneout lets some units stay as they were</source>
        <translation>Zoneout lässt einige Einheiten, wie sie waren</translation>
    </message>
    <message>
        <source>%1 steps back this share of the gradient is left, geometric mean of %2 untrained networks: RNN %3, GRU %4, GRU with z-bias 2: %5, with z-bias 4: %6.</source>
        <translation>%1 Schritte zurück ist dieser Anteil des Gradienten übrig, geometrisches Mittel aus %2 untrainierten Netzen: RNN %3, GRU %4, GRU mit z-Bias 2: %5, mit z-Bias 4: %6.</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>GRU, z-bias 2</source>
        <translation>GRU, z-Bias 2</translation>
    </message>
    <message>
        <source>GRU, z-bias 4</source>
        <translation>GRU, z-Bias 4</translation>
    </message>
    <message>
        <source>gradient left, by steps back</source>
        <translation>übriger Gradient, nach Schritten zurück</translation>
    </message>
    <message>
        <source>%1 steps back, geometric mean of %2 untrained networks of 32 units: RNN %3, GRU %4, LSTM %5, and %6 in an LSTM with a forget bias of 4.</source>
        <translation>%1 Schritte zurück, geometrisches Mittel aus %2 untrainierten Netzen mit 32 Einheiten: RNN %3, GRU %4, LSTM %5, und %6 in einem LSTM mit einem Forget-Bias von 4.</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>LSTM, forget bias 4</source>
        <translation>LSTM, Forget-Bias 4</translation>
    </message>
    <message>
        <source>An RNN of 32 units, %1 steps back, mean of %2: %3 of the gradient with the usual U, %4 with a U three times as large, %5 with one eight times as large.</source>
        <translation>Ein RNN mit 32 Einheiten, %1 Schritte zurück, Mittel aus %2: %3 des Gradienten mit dem üblichen U, %4 mit einem dreimal so großen U, %5 mit einem achtmal so großen.</translation>
    </message>
    <message>
        <source>8 U</source>
        <translation>8 U</translation>
    </message>
    <message>
        <source>3 U</source>
        <translation>3 U</translation>
    </message>
    <message>
        <source>U as usual</source>
        <translation>U wie üblich</translation>
    </message>
    <message>
        <source>%1 steps back, mean of %2 untrained GRUs: %3 of the gradient with 8 units, %4 with 32, %5 with 96; %6 with 8 units and a z-bias of 4.</source>
        <translation>%1 Schritte zurück, Mittel aus %2 untrainierten GRUs: %3 des Gradienten mit 8 Einheiten, %4 mit 32, %5 mit 96; %6 mit 8 Einheiten und einem z-Bias von 4.</translation>
    </message>
    <message>
        <source>8 units, z-bias 4</source>
        <translation>8 Einheiten, z-Bias 4</translation>
    </message>
    <message>
        <source>8 units</source>
        <translation>8 Einheiten</translation>
    </message>
    <message>
        <source>32 units</source>
        <translation>32 Einheiten</translation>
    </message>
    <message>
        <source>96 units</source>
        <translation>96 Einheiten</translation>
    </message>
    <message>
        <source>At the usual start every cell loses its gradient</source>
        <translation>Am üblichen Start verliert jede Zelle ihren Gradienten</translation>
    </message>
    <message>
        <source>Large recurrent weights make a gradient explode</source>
        <translation>Große rekurrente Gewichte lassen einen Gradienten explodieren</translation>
    </message>
    <message>
        <source>More units let a gradient reach no farther</source>
        <translation>Mehr Einheiten lassen einen Gradienten nicht weiter reichen</translation>
    </message>
    <message>
        <source>Not the name GRU but an open gate keeps a gradient</source>
        <translation>Nicht der Name GRU, sondern ein offenes Gate behält einen Gradienten</translation>
    </message>
    <message>
        <source>%1 steps by Keras&apos; formula from the converted numbers, and by PyTorch&apos;s: the states differ by %2 at most. Converted back, every weight is what it was.</source>
        <translation>%1 Schritte nach Keras’ Formel mit den umgerechneten Zahlen und nach PyTorchs: Die Zustände unterscheiden sich höchstens um %2. Zurückgerechnet ist jedes Gewicht, was es war.</translation>
    </message>
    <message>
        <source>The two biases added into one: in the rows of r and z that moves the outputs by %1, in those of the candidate too by %2.</source>
        <translation>Die beiden Bias zu einem addiert: In den Zeilen von r und z bewegt das die Ausgaben um %1, auch in denen des Kandidaten um %2.</translation>
    </message>
    <message>
        <source>Change step 0 of the input and let the layer go backwards: answer 0 moves by %1, answer %2 by %3.</source>
        <translation>Ändern Sie Schritt 0 der Eingabe und lassen Sie die Schicht rückwärts gehen: Antwort 0 bewegt sich um %1, Antwort %2 um %3.</translation>
    </message>
    <message>
        <source>Converted to Keras&apos; layout a GRU does the same</source>
        <translation>In Keras’ Anordnung umgerechnet tut ein GRU dasselbe</translation>
    </message>
    <message>
        <source>Kernels are transposed, and two biases are one of two rows</source>
        <translation>Kernel sind transponiert, und zwei Bias sind einer mit zwei Zeilen</translation>
    </message>
    <message>
        <source>In the candidate two biases are two things</source>
        <translation>Im Kandidaten sind zwei Bias zweierlei</translation>
    </message>
    <message>
        <source>Keras draws other first numbers than PyTorch</source>
        <translation>Keras zieht andere erste Zahlen als PyTorch</translation>
    </message>
    <message>
        <source>Unless asked Keras answers with the last state alone</source>
        <translation>Ungefragt antwortet Keras nur mit dem letzten Zustand</translation>
    </message>
    <message>
        <source>go_backwards answers in the order of reading</source>
        <translation>go_backwards antwortet in der Reihenfolge des Lesens</translation>
    </message>
    <message>
        <source>The tensors of this network hold %1 numbers; 3 · %2 · (%3 + %2 + 2) is %4.</source>
        <translation>Die Tensoren dieses Netzes enthalten %1 Zahlen; 3 · %2 · (%3 + %2 + 2) ist %4.</translation>
    </message>
    <message>
        <source>%1 steps and %2 steps were read by the same %3 numbers.</source>
        <translation>%1 Schritte und %2 Schritte wurden von denselben %3 Zahlen gelesen.</translation>
    </message>
    <message>
        <source>h_n against the output at each sequence&apos;s last real step: the largest difference is %1. Sequence %2 ends at step %3.</source>
        <translation>h_n gegen die Ausgabe am letzten echten Schritt jeder Folge: Der größte Unterschied ist %1. Folge %2 endet an Schritt %3.</translation>
    </message>
    <message>
        <source>%1 sequences packed against each alone, %2 steps in all: the largest difference is %3.</source>
        <translation>%1 Folgen gepackt gegen jede allein, %2 Schritte insgesamt: Der größte Unterschied ist %3.</translation>
    </message>
    <message>
        <source>Sequence %1 read on through its padding, not packed: its last state has moved by %2 % after 1 step of zeros, by %3 % after 5, by %4 % after 20.</source>
        <translation>Folge %1, durch ihr Padding weitergelesen, nicht gepackt: Ihr letzter Zustand hat sich nach 1 Schritt aus Nullen um %2 % bewegt, nach 5 um %3 %, nach 20 um %4 %.</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Abdrift</translation>
    </message>
    <message>
        <source>change of the last state by zeros read, as a share of its size</source>
        <translation>Änderung des letzten Zustands durch gelesene Nullen, als Anteil seines Betrags</translation>
    </message>
    <message>
        <source>Change step 0 and look at output[%1]: its forward half moves by %2, its backward half by %3.</source>
        <translation>Ändern Sie Schritt 0 und sehen Sie output[%1] an: Die Vorwärtshälfte bewegt sich um %2, die Rückwärtshälfte um %3.</translation>
    </message>
    <message>
        <source>output[-1, :, :H] differs from h_n[0] by %1, output[0, :, H:] from h_n[1] by %2; output[-1, :, H:] would be wrong by %3.</source>
        <translation>output[-1, :, :H] unterscheidet sich von h_n[0] um %1, output[0, :, H:] von h_n[1] um %2; output[-1, :, H:] läge um %3 daneben.</translation>
    </message>
    <message>
        <source>One direction has %1 numbers, both have %2.</source>
        <translation>Eine Richtung hat %1 Zahlen, beide haben %2.</translation>
    </message>
    <message>
        <source>What layer 1 reads differs from what layer 0 made by %1; layer 1 run alone on it differs by %2.</source>
        <translation>Was Schicht 1 liest, unterscheidet sich von dem, was Schicht 0 machte, um %1; Schicht 1 allein darauf angewandt unterscheidet sich um %2.</translation>
    </message>
    <message>
        <source>output[-1] differs from h_n[%1] by %2 and from h_n[0] by %3.</source>
        <translation>output[-1] unterscheidet sich von h_n[%1] um %2 und von h_n[0] um %3.</translation>
    </message>
    <message>
        <source>The tensors hold 3H(I + H + 2) numbers</source>
        <translation>Die Tensoren enthalten 3H(I + H + 2) Zahlen</translation>
    </message>
    <message>
        <source>A longer sequence needs no more weights</source>
        <translation>Eine längere Folge braucht nicht mehr Gewichte</translation>
    </message>
    <message>
        <source>h_n is the last real output</source>
        <translation>h_n ist die letzte echte Ausgabe</translation>
    </message>
    <message>
        <source>Swapped axes let one sequence move another</source>
        <translation>Mit vertauschten Achsen bewegt eine Folge die andere</translation>
    </message>
    <message>
        <source>Packed is exactly as each sequence alone</source>
        <translation>Gepackt ist genau wie jede Folge allein</translation>
    </message>
    <message>
        <source>Zeros that are read move the state</source>
        <translation>Nullen, die gelesen werden, bewegen den Zustand</translation>
    </message>
    <message>
        <source>Each half reads from its own end</source>
        <translation>Jede Hälfte liest von ihrem eigenen Ende</translation>
    </message>
    <message>
        <source>Each half is final at its own end</source>
        <translation>Jede Hälfte ist an ihrem eigenen Ende fertig</translation>
    </message>
    <message>
        <source>Two directions have twice the weights</source>
        <translation>Zwei Richtungen haben doppelt so viele Gewichte</translation>
    </message>
    <message>
        <source>A layer reads exactly what the layer below made</source>
        <translation>Eine Schicht liest genau, was die Schicht darunter machte</translation>
    </message>
    <message>
        <source>output is the top layer&apos;s</source>
        <translation>output gehört der obersten Schicht</translation>
    </message>
    <message>
        <source>The first number of the input at step 0, larger by 1, moves the state by %1 at step 0 and by %2 at step %3: %4 is left.</source>
        <translation>Die erste Zahl der Eingabe an Schritt 0, um 1 größer, bewegt den Zustand an Schritt 0 um %1 und an Schritt %3 um %2: %4 sind übrig.</translation>
    </message>
    <message>
        <source>ripple of step 0</source>
        <translation>Welle von Schritt 0</translation>
    </message>
    <message>
        <source>how far the state moves</source>
        <translation>wie weit sich der Zustand bewegt</translation>
    </message>
    <message>
        <source>Of all gate values of this run the smallest is %1, the largest %2.</source>
        <translation>Von allen Gate-Werten dieses Laufs ist der kleinste %1, der größte %2.</translation>
    </message>
    <message>
        <source>Put 0.7 in place of every old state: with r held at 0 the candidate of unit 0 moves by %1, with r held at 1 by %2.</source>
        <translation>Setzen Sie 0.7 an die Stelle jedes alten Zustands: Mit r auf 0 festgehalten bewegt sich der Kandidat von Einheit 0 um %1, mit r auf 1 um %2.</translation>
    </message>
    <message>
        <source>Of the first step&apos;s ripple %1 is left at step %2 with the open gate, only %3 with a bias of 0: a ratio of %4 to 1.</source>
        <translation>Von der Welle des ersten Schritts sind an Schritt %2 mit dem offenen Gate %1 übrig, mit einem Bias von 0 nur %3: ein Verhältnis von %4 zu 1.</translation>
    </message>
    <message>
        <source>z-bias %1</source>
        <translation>z-Bias %1</translation>
    </message>
    <message>
        <source>share of the ripple that is left</source>
        <translation>Anteil der Welle, der übrig ist</translation>
    </message>
    <message>
        <source>Unit 1 keeps %1 a step on average; its %2 gates multiplied give %3, and of a small change of its first state %4 arrives.</source>
        <translation>Einheit 1 behält im Mittel %1 je Schritt; ihre %2 Gates miteinander multipliziert ergeben %3, und von einer kleinen Änderung ihres ersten Zustands kommt %4 an.</translation>
    </message>
    <message>
        <source>product of the gates</source>
        <translation>Produkt der Gates</translation>
    </message>
    <message>
        <source>what arrives</source>
        <translation>was ankommt</translation>
    </message>
    <message>
        <source>share that is left</source>
        <translation>Anteil, der übrig ist</translation>
    </message>
    <message>
        <source>(1−z)⊙n + z⊙hₜ₋₁ worked out for every unit of every step: the largest difference from the recorded state is %1.</source>
        <translation>(1−z)⊙n + z⊙hₜ₋₁, für jede Einheit jedes Schritts ausgerechnet: Der größte Unterschied zum aufgezeichneten Zustand ist %1.</translation>
    </message>
    <message>
        <source>Unit 0 at step 1: r = %1, z = %2, n = %3, hₜ₋₁ = %4, so hₜ = %5. What the program has recorded differs by %6.</source>
        <translation>Einheit 0 an Schritt 1: r = %1, z = %2, n = %3, hₜ₋₁ = %4, also hₜ = %5. Was das Programm aufgezeichnet hat, weicht um %6 ab.</translation>
    </message>
    <message>
        <source>Once it is set unit 0 never comes nearer to 0 than %1; at the end unit 1 is only %2 away from 0.</source>
        <translation>Einmal gesetzt, kommt Einheit 0 der 0 nie näher als %1; Einheit 1 ist am Ende nur noch %2 von 0 entfernt.</translation>
    </message>
    <message>
        <source>unit 0</source>
        <translation>Einheit 0</translation>
    </message>
    <message>
        <source>unit 1</source>
        <translation>Einheit 1</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The same steps in another order end in another state</source>
        <translation>Dieselben Schritte in anderer Reihenfolge enden in einem anderen Zustand</translation>
    </message>
    <message>
        <source>A sum is the same in every order</source>
        <translation>Eine Summe ist in jeder Reihenfolge gleich</translation>
    </message>
    <message>
        <source>What the first step left is under a hundredth at the last</source>
        <translation>Was der erste Schritt hinterließ, ist am letzten unter einem Hundertstel</translation>
    </message>
    <message>
        <source>Every gate lies between 0 and 1</source>
        <translation>Jedes Gate liegt zwischen 0 und 1</translation>
    </message>
    <message>
        <source>With r = 0 the candidate does not hear the state</source>
        <translation>Mit r = 0 hört der Kandidat den Zustand nicht</translation>
    </message>
    <message>
        <source>An open gate keeps a hundred times more of the first step</source>
        <translation>Ein offenes Gate behält hundertmal mehr vom ersten Schritt</translation>
    </message>
    <message>
        <source>What a unit keeps is the product of its gates</source>
        <translation>Was eine Einheit behält, ist das Produkt ihrer Gates</translation>
    </message>
    <message>
        <source>Every new state is (1−z)⊙n + z⊙hₜ₋₁</source>
        <translation>Jeder neue Zustand ist (1−z)⊙n + z⊙hₜ₋₁</translation>
    </message>
    <message>
        <source>One step by hand gives the recorded number</source>
        <translation>Ein Schritt von Hand ergibt die aufgezeichnete Zahl</translation>
    </message>
    <message>
        <source>One unit holds a bit, the other leaks</source>
        <translation>Eine Einheit hält ein Bit, die andere leckt</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>runs of %1 that have solved it</source>
        <translation>Läufe von %1, die es gelöst haben</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Of the same budget the GRU solves it and the plain RNN does not</source>
        <translation>Mit demselben Budget löst das GRU sie und das einfache RNN nicht</translation>
    </message>
    <message>
        <source>The gate at the start decides, not the name</source>
        <translation>Das Gate am Start entscheidet, nicht der Name</translation>
    </message>
    <message>
        <source>Some tasks need no gates</source>
        <translation>Manche Aufgaben brauchen keine Gates</translation>
    </message>
    <message>
        <source>%1 steps back %2 of the gradient is left: each step multiplies its length by %3 on average, the smallest factor is %4, the largest %5.</source>
        <translation>%1 Schritte zurück ist %2 des Gradienten übrig: Jeder Schritt multipliziert seine Länge im Mittel mit %3, der kleinste Faktor ist %4, der größte %5.</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>share of the gradient that is left, by steps back</source>
        <translation>Anteil des Gradienten, der übrig ist, nach Schritten zurück</translation>
    </message>
    <message>
        <source>At the last step %1 goes straight on, z times what arrives; with the ways through the weights it makes %2. Over all steps the sum of the ways differs from the recorded gradient by a share of %3 at most.</source>
        <translation>Am letzten Schritt geht %1 geradeaus weiter, z mal was ankommt; mit den Wegen durch die Gewichte ergibt es %2. Über alle Schritte weicht die Summe der Wege höchstens um einen Anteil von %3 vom aufgezeichneten Gradienten ab.</translation>
    </message>
    <message>
        <source>Going back, each step multiplies the gradient</source>
        <translation>Auf dem Rückweg multipliziert jeder Schritt den Gradienten</translation>
    </message>
    <message>
        <source>The straight way and those through the weights make the whole gradient</source>
        <translation>Der gerade Weg und die durch die Gewichte ergeben den ganzen Gradienten</translation>
    </message>
    <message>
        <source>Median loss of %1 seeds after %2 updates, training / held out: 1 unit %3, %4 units %5, %6 units %7.</source>
        <translation>Median des Verlusts aus %1 Startwerten nach %2 Updates, Training / zurückgehalten: 1 Einheit %3, %4 Einheiten %5, %6 Einheiten %7.</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>loss after %1 updates</source>
        <translation>Verlust nach %1 Updates</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>%1 units, seed 0: the held-out loss is lowest at update %2, %3. After %4 updates it is %5.</source>
        <translation>%1 Einheiten, Startwert 0: Der Verlust auf zurückgehaltenen Daten ist bei Update %2 am kleinsten, %3. Nach %4 Updates ist er %5.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>This layer of %1 units multiplies %2 times at a step, one of %3 units would %4 times, one of %5 units %6 times.</source>
        <translation>Diese Schicht mit %1 Einheiten multipliziert an einem Schritt %2-mal, eine mit %3 Einheiten täte es %4-mal, eine mit %5 Einheiten %6-mal.</translation>
    </message>
    <message>
        <source>Too many units learn the training data by heart</source>
        <translation>Zu viele Einheiten lernen die Trainingsdaten auswendig</translation>
    </message>
    <message>
        <source>Held-out data say when to stop</source>
        <translation>Zurückgehaltene Daten sagen, wann man aufhört</translation>
    </message>
    <message>
        <source>Twice the units cost up to four times the products</source>
        <translation>Doppelt so viele Einheiten kosten bis zu viermal so viele Produkte</translation>
    </message>
    <message>
        <source>%1 steps in one piece against twice %2 with the state handed on: the outputs differ by %3. Begun anew at the cut they differ by %4 at once, and by %5 at step %6 after it.</source>
        <translation>%1 Schritte in einem Stück gegen zweimal %2 mit weitergereichtem Zustand: Die Ausgaben unterscheiden sich um %3. Am Schnitt neu begonnen unterscheiden sie sich sofort um %4, und um %5 an Schritt %6 danach.</translation>
    </message>
    <message>
        <source>begun anew</source>
        <translation>neu begonnen</translation>
    </message>
    <message>
        <source>distance from the whole, by steps after the cut</source>
        <translation>Abstand vom Ganzen, nach Schritten seit dem Schnitt</translation>
    </message>
    <message>
        <source>Each sequence in its own row lies %1 from the whole one after the cut. With sequences 0 and 1 exchanged in the second batch sequence 1 goes on with the state of sequence 0, and lies %2 off.</source>
        <translation>In ihrer eigenen Zeile liegt jede Folge nach dem Schnitt %1 von der ganzen entfernt. Sind im zweiten Batch die Folgen 0 und 1 vertauscht, beginnt Folge 1 mit dem Zustand von Folge 0 und liegt %2 daneben.</translation>
    </message>
    <message>
        <source>A change of the input at step %1, before the cut, moves the last state by %2. In one piece the gradient there is %3; the second batch&apos;s goes back to step %4 and no further. The gradient of all weights is off by %5 % for it.</source>
        <translation>Eine Änderung der Eingabe an Schritt %1, vor dem Schnitt, bewegt den letzten Zustand um %2. In einem Stück ist der Gradient dort %3; der des zweiten Batches geht bis Schritt %4 zurück und nicht weiter. Der Gradient aller Gewichte liegt deshalb um %5 % daneben.</translation>
    </message>
    <message>
        <source>Sent on through the handed state into the first half, what both halves say of the weights adds up to the whole gradient, off by a share of %1. For that the record of all %2 steps has to be kept.</source>
        <translation>Durch den weitergereichten Zustand in die erste Hälfte weitergeschickt, summiert sich, was beide Hälften über die Gewichte sagen, zum ganzen Gradienten, mit einer Abweichung von %1 seiner Länge. Dafür muss die Aufzeichnung aller %2 Schritte aufgehoben werden.</translation>
    </message>
    <message>
        <source>Pieces of 1, 5, 20 and 50 steps: of the gradient of the last state %1, %2, %3 and %4 % are missed.</source>
        <translation>Stücke von 1, 5, 20 und 50 Schritten: Vom Gradienten des letzten Zustands fehlen %1, %2, %3 und %4 %.</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>share of the gradient that is missed</source>
        <translation>Anteil des Gradienten, der fehlt</translation>
    </message>
    <message>
        <source>steps of a piece</source>
        <translation>Schritte eines Stücks</translation>
    </message>
    <message>
        <source>Two halves with the state handed on are the whole</source>
        <translation>Zwei Hälften mit weitergereichtem Zustand sind das Ganze</translation>
    </message>
    <message>
        <source>Each row goes on with the state of its row</source>
        <translation>Jede Zeile geht mit dem Zustand ihrer Zeile weiter</translation>
    </message>
    <message>
        <source>Values cross the cut, gradients do not</source>
        <translation>Werte überqueren den Schnitt, Gradienten nicht</translation>
    </message>
    <message>
        <source>Without a cut the gradients of the pieces make the whole</source>
        <translation>Ohne Schnitt ergeben die Gradienten der Stücke das Ganze</translation>
    </message>
    <message>
        <source>The longer a piece, the less of the gradient is missed</source>
        <translation>Je länger ein Stück, desto weniger vom Gradienten fehlt</translation>
    </message>
    <message>
        <source>%1 of its options are wholly right, expected 1.</source>
        <translation>%1 der Optionen sind ganz richtig, erwartet wird 1.</translation>
    </message>
    <message>
        <source>it has %1 right numbers, expected 1.</source>
        <translation>sie hat %1 richtige Zahlen, erwartet wird 1.</translation>
    </message>
    <message>
        <source>its right answer &quot;%1&quot; is no number.</source>
        <translation>ihre richtige Antwort „%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>none of its answers is wholly right and stands for itself.</source>
        <translation>keine ihrer Antworten ist ganz richtig und steht für sich.</translation>
    </message>
    <message>
        <source>it asks for words that are typed, &quot;%1&quot;, and names no wrong ones to choose from.</source>
        <translation>sie fragt nach getippten Wörtern, „%1“, und nennt keine falschen, aus denen man wählen könnte.</translation>
    </message>
    <message>
        <source>it has more than %1 answers.</source>
        <translation>sie hat mehr als %1 Antworten.</translation>
    </message>
    <message>
        <source>it matches nothing with anything.</source>
        <translation>sie ordnet nichts einander zu.</translation>
    </message>
    <message>
        <source>question &quot;%1&quot; is left out: it is answered by pointing at Gatescope&apos;s picture of the network.</source>
        <translation>Frage „%1“ fehlt: Beantwortet wird sie durch Zeigen auf Gatescopes Bild des Netzes.</translation>
    </message>
    <message>
        <source>question &quot;%1&quot;: %2 cannot hold %3.</source>
        <translation>Frage „%1“: %2 kann %3 nicht aufnehmen.</translation>
    </message>
    <message>
        <source>GIFT knows no hints: they stand in comments, which Moodle does not show.</source>
        <translation>GIFT kennt keine Hinweise: Sie stehen in Kommentaren, die Moodle nicht zeigt.</translation>
    </message>
    <message>
        <source>question &quot;%1&quot; is left out: it has more options than there are letters.</source>
        <translation>Frage „%1“ fehlt: Sie hat mehr Optionen, als es Buchstaben gibt.</translation>
    </message>
    <message>
        <source>question &quot;%1&quot;: another one has this id; it is called &quot;%2&quot;.</source>
        <translation>Frage „%1“: Eine andere hat diese Kennung; sie heißt jetzt „%2“.</translation>
    </message>
    <message>
        <source>question &quot;%1&quot; is to be completed: %2</source>
        <translation>Frage „%1“ ist zu ergänzen: %2</translation>
    </message>
    <message>
        <source>question &quot;%1&quot;: %2</source>
        <translation>Frage „%1“: %2</translation>
    </message>
    <message>
        <source>question &quot;%1&quot; is read without %2.</source>
        <translation>Frage „%1“ wird ohne %2 gelesen.</translation>
    </message>
    <message>
        <source>the file holds bytes that are no text in UTF-8: save it as UTF-8.</source>
        <translation>die Datei enthält Bytes, die kein Text in UTF-8 sind: Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>line %1, question &quot;%2&quot;: %3</source>
        <translation>Zeile %1, Frage „%2“: %3</translation>
    </message>
    <message>
        <source>it declares a document type (&lt;!DOCTYPE …&gt;), which no quiz needs: take the line out.</source>
        <translation>sie gibt einen Dokumenttyp an (&lt;!DOCTYPE …&gt;), den kein Quiz braucht: Streichen Sie die Zeile.</translation>
    </message>
    <message>
        <source>its elements are nested deeper than %1.</source>
        <translation>ihre Elemente sind tiefer verschachtelt als %1.</translation>
    </message>
    <message>
        <source>it is no XML, and no text in UTF-8 either: save it as UTF-8.</source>
        <translation>sie ist kein XML und auch kein Text in UTF-8: Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>it is no XML: %1, %2 bytes from its beginning.</source>
        <translation>sie ist kein XML: %1, %2 Bytes vom Anfang.</translation>
    </message>
    <message>
        <source>it is no Moodle XML: its outermost element is not &lt;quiz&gt;.</source>
        <translation>sie ist kein Moodle-XML: Ihr äußerstes Element ist nicht &lt;quiz&gt;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no answer to a question of the kind %2.</source>
        <translation>„%1“ ist keine Antwort auf eine Frage der Art %2.</translation>
    </message>
    <message>
        <source>%1 is empty and %2 is not.</source>
        <translation>%1 ist leer und %2 nicht.</translation>
    </message>
    <message>
        <source>kind: &quot;%1&quot; is none; expected choice, choices, numeric, shape, order or point.</source>
        <translation>kind: „%1“ gibt es nicht; erwartet wird choice, choices, numeric, shape, order oder point.</translation>
    </message>
    <message>
        <source>level: &quot;%1&quot; is none; expected easy, medium or hard.</source>
        <translation>level: „%1“ gibt es nicht; erwartet wird easy, medium oder hard.</translation>
    </message>
    <message>
        <source>tolerance: &quot;%1&quot; is no distance.</source>
        <translation>tolerance: „%1“ ist kein Abstand.</translation>
    </message>
    <message>
        <source>the file holds bytes that are no text in UTF-8: save the table as &quot;CSV UTF-8&quot;.</source>
        <translation>die Datei enthält Bytes, die kein Text in UTF-8 sind: Speichern Sie die Tabelle als „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is left out: it is none of those of a question.</source>
        <translation>die Spalte „%1“ fällt weg: Eine solche hat keine Frage.</translation>
    </message>
    <message>
        <source>line 1: there is no column &quot;%1&quot;; a table of questions begins with the names of its columns.</source>
        <translation>Zeile 1: Es gibt keine Spalte „%1“; eine Tabelle von Fragen beginnt mit den Namen ihrer Spalten.</translation>
    </message>
    <message>
        <source>%1, unit %2. hₜ₋₁ = %3, n = %4, z = %5. These weights were trained with %6. A program that has %7 reads them and converts nothing: what does it make of hₜ at this step? Two decimals.</source>
        <translation>%1, Einheit %2. hₜ₋₁ = %3, n = %4, z = %5. Diese Gewichte wurden mit %6 trainiert. Ein Programm, das %7 hat, liest sie und rechnet nichts um: Was macht es an diesem Schritt aus hₜ? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>The gate z is the same number; it only multiplies the other one of the two.</source>
        <translation>Das Gate z ist dieselbe Zahl; es multipliziert nur das andere von beiden.</translation>
    </message>
    <message>
        <source>The weights make the same z and the same n as before.</source>
        <translation>Die Gewichte ergeben dasselbe z und dasselbe n wie vorher.</translation>
    </message>
    <message>
        <source>By the program&apos;s rule the old state counts with %1, the candidate with %2.</source>
        <translation>Nach der Regel des Programms zählt der alte Zustand mit %1, der Kandidat mit %2.</translation>
    </message>
    <message>
        <source>That is what the network makes by its own rule. The program has the other one.</source>
        <translation>Das macht das Netz nach seiner eigenen Regel. Das Programm hat die andere.</translation>
    </message>
    <message>
        <source>That is the old state. It counts with %1 here, not with 1.</source>
        <translation>Das ist der alte Zustand. Er zählt hier mit %1, nicht mit 1.</translation>
    </message>
    <message>
        <source>That is the candidate. It counts with %1 here, not with 1.</source>
        <translation>Das ist der Kandidat. Er zählt hier mit %1, nicht mit 1.</translation>
    </message>
    <message>
        <source>The two shares make 1 together: it is a mean, not a sum.</source>
        <translation>Die beiden Anteile ergeben zusammen 1: Es ist ein Mittel, keine Summe.</translation>
    </message>
    <message>
        <source>Read by the other rule</source>
        <translation>Nach der anderen Regel gelesen</translation>
    </message>
    <message>
        <source>The loss is taken at the last step. The length of dL/dh at steps 0 to %1: %2. From which step can the network learn the least?</source>
        <translation>Der Verlust wird am letzten Schritt genommen. Die Länge von dL/dh an den Schritten 0 bis %1: %2. Von welchem Schritt kann das Netz am wenigsten lernen?</translation>
    </message>
    <message>
        <source>A weight is changed by the gradient that arrives. Look for the smallest; steps count from 0.</source>
        <translation>Ein Gewicht ändert sich durch den Gradienten, der ankommt. Suchen Sie den kleinsten; Schritte zählen ab 0.</translation>
    </message>
    <message>
        <source>There the gradient is largest, so the network learns the most from it.</source>
        <translation>Dort ist der Gradient am größten, also lernt das Netz davon am meisten.</translation>
    </message>
    <message>
        <source>Steps count from 0: the first value is step 0.</source>
        <translation>Schritte zählen ab 0: Der erste Wert ist Schritt 0.</translation>
    </message>
    <message>
        <source>Often the first step is the smallest, but not here: look at the numbers.</source>
        <translation>Oft ist der erste Schritt der kleinste, aber hier nicht: Sehen Sie die Zahlen an.</translation>
    </message>
    <message>
        <source>What a step&apos;s state adds to the learning is scaled by the gradient that reaches it.</source>
        <translation>Was der Zustand eines Schritts zum Lernen beiträgt, wird mit dem Gradienten multipliziert, der ihn erreicht.</translation>
    </message>
    <message>
        <source>The smallest length is %1, at step %2.</source>
        <translation>Die kleinste Länge ist %1, an Schritt %2.</translation>
    </message>
    <message>
        <source>A GRU reads steps 0 to %1 forwards. The loss is taken at step %2 alone. The states of which steps have no gradient at all?</source>
        <translation>Ein GRU liest die Schritte 0 bis %1 vorwärts. Der Verlust wird allein an Schritt %2 genommen. Die Zustände welcher Schritte haben gar keinen Gradienten?</translation>
    </message>
    <message>
        <source>Which states can have moved the loss?</source>
        <translation>Welche Zustände können den Verlust bewegt haben?</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Step %1 comes after the loss. Nothing of it reached the loss, so nothing flows back.</source>
        <translation>Schritt %1 kommt nach dem Verlust. Nichts davon hat den Verlust erreicht, also fließt nichts zurück.</translation>
    </message>
    <message>
        <source>Step %1 is where the loss is taken: its state is read directly.</source>
        <translation>An Schritt %1 wird der Verlust genommen: Sein Zustand wird unmittelbar gelesen.</translation>
    </message>
    <message>
        <source>Step %1 comes before the loss. It reaches the loss through the states between; its gradient may be small, but it is not 0.</source>
        <translation>Schritt %1 kommt vor dem Verlust. Er erreicht ihn durch die Zustände dazwischen; sein Gradient mag klein sein, aber er ist nicht 0.</translation>
    </message>
    <message>
        <source>A state has a gradient if changing it would change the loss.</source>
        <translation>Ein Zustand hat einen Gradienten, wenn seine Änderung den Verlust änderte.</translation>
    </message>
    <message>
        <source>The loss at step %1 knows steps 0 to %1. Later ones have none: %2.</source>
        <translation>Der Verlust an Schritt %1 kennt die Schritte 0 bis %1. Spätere haben keinen: %2.</translation>
    </message>
    <message>
        <source>%1, unit %2. The gradient that arrives at the new state is dL/dhₜ = %3, and z = %4. The network blends by %5. What gradient arrives at the old state by the straight way, past all weights? Two decimals.</source>
        <translation>%1, Einheit %2. Der Gradient, der am neuen Zustand ankommt, ist dL/dhₜ = %3, und z = %4. Das Netz mischt nach %5. Welcher Gradient kommt auf dem geraden Weg, an allen Gewichten vorbei, am alten Zustand an? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>In the blend, what stands before hₜ₋₁? A gradient goes back through the same factor.</source>
        <translation>Was steht in der Mischung vor hₜ₋₁? Ein Gradient geht durch denselben Faktor zurück.</translation>
    </message>
    <message>
        <source>In %1 the old state is multiplied by %2.</source>
        <translation>In %1 wird der alte Zustand mit %2 multipliziert.</translation>
    </message>
    <message>
        <source>That goes to the candidate. You took the other of the two factors.</source>
        <translation>Das geht zum Kandidaten. Sie haben den anderen der beiden Faktoren genommen.</translation>
    </message>
    <message>
        <source>That is the share which goes on. What arrives is it times %1.</source>
        <translation>Das ist der Anteil, der weitergeht. Was ankommt, ist er mal %1.</translation>
    </message>
    <message>
        <source>All of it would arrive only through a gate that keeps everything.</source>
        <translation>Alles käme nur durch ein Gate an, das alles behält.</translation>
    </message>
    <message>
        <source>That is the sum of all ways back. The straight way alone was asked.</source>
        <translation>Das ist die Summe aller Wege zurück. Gefragt war nur der gerade Weg.</translation>
    </message>
    <message>
        <source>σ′ = z(1 − z) belongs to the way through the gate&apos;s own sum.</source>
        <translation>σ′ = z(1 − z) gehört zum Weg durch die Summe des Gates selbst.</translation>
    </message>
    <message>
        <source>The gradient flows back through one step of a GRU. Put these in the order in which they are known.</source>
        <translation>Der Gradient fließt durch einen Schritt eines GRU zurück. Bringen Sie dies in die Reihenfolge, in der es bekannt wird.</translation>
    </message>
    <message>
        <source>Backwards, each needs the gradient of what it was used for.</source>
        <translation>Rückwärts braucht jedes den Gradienten dessen, wofür es gebraucht wurde.</translation>
    </message>
    <message>
        <source>That is the order of the forward pass. Back from the loss it is the other way.</source>
        <translation>Das ist die Reihenfolge des Vorwärtslaufs. Vom Verlust zurück ist es umgekehrt.</translation>
    </message>
    <message>
        <source>r was used for n, so dL/dn must be known before dL/dr.</source>
        <translation>r wurde für n gebraucht, also muss dL/dn vor dL/dr bekannt sein.</translation>
    </message>
    <message>
        <source>r is made with W_r, n with r, hₜ with n. So the gradient of each is known before that of what it was made with.</source>
        <translation>r entsteht mit W_r, n mit r, hₜ mit n. Also ist der Gradient von jedem bekannt, bevor es der Gradient dessen ist, womit es gemacht wurde.</translation>
    </message>
    <message>
        <source>dL/dhₜ → dL/dn → dL/dr → dL/dW_r.</source>
        <translation>dL/dhₜ → dL/dn → dL/dr → dL/dW_r.</translation>
    </message>
    <message>
        <source>Where the gradient dies</source>
        <translation>Wo der Gradient stirbt</translation>
    </message>
    <message>
        <source>Steps without a gradient</source>
        <translation>Schritte ohne Gradienten</translation>
    </message>
    <message>
        <source>The straight way back</source>
        <translation>Der gerade Weg zurück</translation>
    </message>
    <message>
        <source>Order the backward pass</source>
        <translation>Den Rückwärtslauf ordnen</translation>
    </message>
    <message>
        <source>How many parameters has %1?</source>
        <translation>Wie viele Parameter hat %1?</translation>
    </message>
    <message>
        <source>A GRU has 3 blocks of H rows, an LSTM 4, an RNN 1. Each row reads the input, the state, and has its biases.</source>
        <translation>Ein GRU hat 3 Blöcke von H Zeilen, ein LSTM 4, ein RNN 1. Jede Zeile liest die Eingabe, den Zustand und hat ihre Bias.</translation>
    </message>
    <message>
        <source>Layer %1, each direction: %2 · %3 · (%4 + %3 + %5) = %6.</source>
        <translation>Schicht %1, jede Richtung: %2 · %3 · (%4 + %3 + %5) = %6.</translation>
    </message>
    <message>
        <source>You left the biases out.</source>
        <translation>Sie haben die Bias weggelassen.</translation>
    </message>
    <message>
        <source>You counted one bias a row. PyTorch has two: bias_ih and bias_hh.</source>
        <translation>Sie haben einen Bias je Zeile gezählt. PyTorch hat zwei: bias_ih und bias_hh.</translation>
    </message>
    <message>
        <source>bias=False: there are no biases.</source>
        <translation>bias=False: Es gibt keine Bias.</translation>
    </message>
    <message>
        <source>That is one direction. The other has its own weights, and a higher layer reads both.</source>
        <translation>Das ist eine Richtung. Die andere hat eigene Gewichte, und eine höhere Schicht liest beide.</translation>
    </message>
    <message>
        <source>That is the first layer alone.</source>
        <translation>Das ist die erste Schicht allein.</translation>
    </message>
    <message>
        <source>That is an LSTM, with 4 blocks of rows.</source>
        <translation>Das ist ein LSTM, mit 4 Blöcken von Zeilen.</translation>
    </message>
    <message>
        <source>That is a plain RNN, with 1 block of rows.</source>
        <translation>Das ist ein einfaches RNN, mit 1 Block von Zeilen.</translation>
    </message>
    <message>
        <source>%1. What is the shape of %2?</source>
        <translation>%1. Welche Form hat %2?</translation>
    </message>
    <message>
        <source>One row for each sum that the layer makes, one column for each number that it reads.</source>
        <translation>Eine Zeile für jede Summe, die die Schicht bildet, eine Spalte für jede Zahl, die sie liest.</translation>
    </message>
    <message>
        <source>Columns: layer 0 reads the input, %1 numbers.</source>
        <translation>Spalten: Schicht 0 liest die Eingabe, %1 Zahlen.</translation>
    </message>
    <message>
        <source>Columns: layer %1 reads the output of the layer below, %2 numbers.</source>
        <translation>Spalten: Schicht %1 liest die Ausgabe der Schicht darunter, %2 Zahlen.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>That is the transpose, as Keras stores its kernel. PyTorch has rows for the sums.</source>
        <translation>Das ist die Transponierte, wie Keras seinen Kernel ablegt. PyTorch hat Zeilen für die Summen.</translation>
    </message>
    <message>
        <source>That is one block. All blocks of the cell stand on top of each other.</source>
        <translation>Das ist ein Block. Alle Blöcke der Zelle stehen übereinander.</translation>
    </message>
    <message>
        <source>That is weight_hh, which reads the state, or a layer below of one direction.</source>
        <translation>Das ist weight_hh, das den Zustand liest, oder eine Schicht darunter mit einer Richtung.</translation>
    </message>
    <message>
        <source>Only layer 0 reads the input. A higher layer reads the layer below.</source>
        <translation>Nur Schicht 0 liest die Eingabe. Eine höhere Schicht liest die Schicht darunter.</translation>
    </message>
    <message>
        <source>%1. At which index of h_n is the last state of layer %2, %3?</source>
        <translation>%1. An welchem Index von h_n steht der letzte Zustand von Schicht %2, %3?</translation>
    </message>
    <message>
        <source>h_n goes layer by layer, and within a layer forwards before backwards. Both count from 0.</source>
        <translation>h_n geht Schicht für Schicht, und innerhalb einer Schicht vorwärts vor rückwärts. Beide zählen ab 0.</translation>
    </message>
    <message>
        <source>Each layer below has two entries: 2 × %1 come before.</source>
        <translation>Jede Schicht darunter hat zwei Einträge: 2 × %1 kommen davor.</translation>
    </message>
    <message>
        <source>Within the layer: forwards 0, backwards 1. Index 2 × %1 + %2 = %3.</source>
        <translation>Innerhalb der Schicht: vorwärts 0, rückwärts 1. Index 2 × %1 + %2 = %3.</translation>
    </message>
    <message>
        <source>That is all layers forwards, then all backwards. h_n goes layer by layer.</source>
        <translation>Das sind alle Schichten vorwärts, dann alle rückwärts. h_n geht Schicht für Schicht.</translation>
    </message>
    <message>
        <source>Indices count from 0.</source>
        <translation>Indizes zählen ab 0.</translation>
    </message>
    <message>
        <source>You forgot that each layer has two entries.</source>
        <translation>Sie haben vergessen, dass jede Schicht zwei Einträge hat.</translation>
    </message>
    <message>
        <source>%1 reads an input of shape %2. What is the shape of %3?</source>
        <translation>%1 liest eine Eingabe der Form %2. Welche Form hat %3?</translation>
    </message>
    <message>
        <source>One state for each layer and direction. batch_first does not move its axes.</source>
        <translation>Ein Zustand für jede Schicht und Richtung. batch_first verschiebt seine Achsen nicht.</translation>
    </message>
    <message>
        <source>The output is the top layer&apos;s state at every step, both directions side by side.</source>
        <translation>Die Ausgabe ist der Zustand der obersten Schicht an jedem Schritt, beide Richtungen nebeneinander.</translation>
    </message>
    <message>
        <source>The input has %1 sequences of %2 steps.</source>
        <translation>Die Eingabe hat %1 Folgen von %2 Schritten.</translation>
    </message>
    <message>
        <source>The shape is %1.</source>
        <translation>Die Form ist %1.</translation>
    </message>
    <message>
        <source>batch_first moves input and output, never h_n.</source>
        <translation>batch_first verschiebt Eingabe und Ausgabe, nie h_n.</translation>
    </message>
    <message>
        <source>Every layer and direction has its own last state.</source>
        <translation>Jede Schicht und Richtung hat ihren eigenen letzten Zustand.</translation>
    </message>
    <message>
        <source>The directions are separate entries of h_n, not side by side.</source>
        <translation>Die Richtungen sind eigene Einträge von h_n, nicht nebeneinander.</translation>
    </message>
    <message>
        <source>That is output, which has every step.</source>
        <translation>Das ist output, das jeden Schritt hat.</translation>
    </message>
    <message>
        <source>Batch and time are swapped. Look at batch_first.</source>
        <translation>Batch und Zeit sind vertauscht. Achten Sie auf batch_first.</translation>
    </message>
    <message>
        <source>Both directions stand side by side in the output.</source>
        <translation>In der Ausgabe stehen beide Richtungen nebeneinander.</translation>
    </message>
    <message>
        <source>That is h_n, which has only the last states.</source>
        <translation>Das ist h_n, das nur die letzten Zustände hat.</translation>
    </message>
    <message>
        <source>That is the input. The last axis becomes the units of the state.</source>
        <translation>Das ist die Eingabe. Aus der letzten Achse werden die Einheiten des Zustands.</translation>
    </message>
    <message>
        <source>Sequences of lengths %1 are padded to %2 steps and packed. At which step of output is the last real output of sequence %3, the one that h_n holds?</source>
        <translation>Folgen der Längen %1 werden auf %2 Schritte aufgefüllt und gepackt. An welchem Schritt von output steht die letzte echte Ausgabe von Folge %3, die h_n enthält?</translation>
    </message>
    <message>
        <source>Steps count from 0, and padding is not read.</source>
        <translation>Schritte zählen ab 0, und Padding wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Counted from 0, the last of them is step %1.</source>
        <translation>Ab 0 gezählt ist der letzte davon Schritt %1.</translation>
    </message>
    <message>
        <source>That is output[-1], which is padding for this sequence: all zeros.</source>
        <translation>Das ist output[-1], für diese Folge Padding: lauter Nullen.</translation>
    </message>
    <message>
        <source>Steps count from 0. This one is padding already.</source>
        <translation>Schritte zählen ab 0. Dieser ist schon Padding.</translation>
    </message>
    <message>
        <source>That counts sequences, not steps.</source>
        <translation>Das zählt Folgen, nicht Schritte.</translation>
    </message>
    <message>
        <source>Sequences of lengths %1 are packed. What is batch_sizes of the PackedSequence?</source>
        <translation>Folgen der Längen %1 werden gepackt. Was ist batch_sizes der PackedSequence?</translation>
    </message>
    <message>
        <source>One number for each step: how many sequences are still running there.</source>
        <translation>Eine Zahl für jeden Schritt: wie viele Folgen dort noch laufen.</translation>
    </message>
    <message>
        <source>Count at each step the sequences that still have it: %1.</source>
        <translation>Zählen Sie an jedem Schritt die Folgen, die ihn noch haben: %1.</translation>
    </message>
    <message>
        <source>Those are the lengths, sorted. batch_sizes goes by steps, not by sequences.</source>
        <translation>Das sind die Längen, sortiert. batch_sizes geht nach Schritten, nicht nach Folgen.</translation>
    </message>
    <message>
        <source>Those are the lengths. batch_sizes goes by steps, not by sequences.</source>
        <translation>Das sind die Längen. batch_sizes geht nach Schritten, nicht nach Folgen.</translation>
    </message>
    <message>
        <source>That counts the padding too. Packing leaves it out.</source>
        <translation>Das zählt auch das Padding. Packen lässt es weg.</translation>
    </message>
    <message>
        <source>Sequences of lengths %1 are packed. How many rows has the data of the PackedSequence?</source>
        <translation>Folgen der Längen %1 werden gepackt. Wie viele Zeilen haben die Daten der PackedSequence?</translation>
    </message>
    <message>
        <source>Packing keeps every real step once, and no padding.</source>
        <translation>Packen behält jeden echten Schritt einmal und kein Padding.</translation>
    </message>
    <message>
        <source>Every real step is one row, so add the lengths.</source>
        <translation>Jeder echte Schritt ist eine Zeile, also addieren Sie die Längen.</translation>
    </message>
    <message>
        <source>Together %1.</source>
        <translation>Zusammen %1.</translation>
    </message>
    <message>
        <source>That is the padded batch. The padding is left out.</source>
        <translation>Das ist der aufgefüllte Batch. Das Padding fällt weg.</translation>
    </message>
    <message>
        <source>That is the number of steps; each step may have several rows.</source>
        <translation>Das ist die Zahl der Schritte; jeder Schritt kann mehrere Zeilen haben.</translation>
    </message>
    <message>
        <source>That is the number of sequences.</source>
        <translation>Das ist die Zahl der Folgen.</translation>
    </message>
    <message>
        <source>%1 reads %2 steps, time first. How many of the steps has %3 read?</source>
        <translation>%1 liest %2 Schritte, Zeit zuerst. Wie viele der Schritte hat %3 gelesen?</translation>
    </message>
    <message>
        <source>:H is the forward half, H: the backward half. The backward one starts at the end.</source>
        <translation>:H ist die Vorwärtshälfte, H: die Rückwärtshälfte. Die rückwärts beginnt am Ende.</translation>
    </message>
    <message>
        <source>H: is the backward half. It begins at step %1 and goes down.</source>
        <translation>H: ist die Rückwärtshälfte. Sie beginnt an Schritt %1 und geht abwärts.</translation>
    </message>
    <message>
        <source>:H is the forward half. It begins at step 0 and goes up.</source>
        <translation>:H ist die Vorwärtshälfte. Sie beginnt an Schritt 0 und geht aufwärts.</translation>
    </message>
    <message>
        <source>At step %1 it has read this many steps: %2.</source>
        <translation>An Schritt %1 hat sie so viele Schritte gelesen: %2.</translation>
    </message>
    <message>
        <source>That is the other half.</source>
        <translation>Das ist die andere Hälfte.</translation>
    </message>
    <message>
        <source>Only at its own end has a half read all; both halves together have read all at every step.</source>
        <translation>Nur an ihrem eigenen Ende hat eine Hälfte alles gelesen; beide Hälften zusammen haben an jedem Schritt alles gelesen.</translation>
    </message>
    <message>
        <source>The step itself is read too.</source>
        <translation>Der Schritt selbst wird auch gelesen.</translation>
    </message>
    <message>
        <source>Count the weights</source>
        <translation>Die Gewichte zählen</translation>
    </message>
    <message>
        <source>Shape of the weights</source>
        <translation>Form der Gewichte</translation>
    </message>
    <message>
        <source>Shape of output and h_n</source>
        <translation>Form von output und h_n</translation>
    </message>
    <message>
        <source>The last real step</source>
        <translation>Der letzte echte Schritt</translation>
    </message>
    <message>
        <source>Pack by steps</source>
        <translation>Nach Schritten packen</translation>
    </message>
    <message>
        <source>Rows of a packed batch</source>
        <translation>Zeilen eines gepackten Batches</translation>
    </message>
    <message>
        <source>What each half has read</source>
        <translation>Was jede Hälfte gelesen hat</translation>
    </message>
    <message>
        <source>A unit holds 1. Its update gate stays at z = %1, as PyTorch has it (z keeps), and its candidate stays at 0. After how many steps is less than half left for the first time?</source>
        <translation>Eine Einheit hält 1. Ihr Update-Gate bleibt bei z = %1 (PyTorch: z behält), und ihr Kandidat bleibt bei 0. Nach wie vielen Schritten ist zum ersten Mal weniger als die Hälfte übrig?</translation>
    </message>
    <message>
        <source>Each step keeps the share z of what is left, so after k steps z^k is left.</source>
        <translation>Jeder Schritt behält den Anteil z von dem, was übrig ist, also ist nach k Schritten z^k übrig.</translation>
    </message>
    <message>
        <source>One step leaves %1 of what was there. After k steps %1^k is left.</source>
        <translation>Ein Schritt lässt %1 von dem, was da war. Nach k Schritten ist %1^k übrig.</translation>
    </message>
    <message>
        <source>After %1 steps: %2. That is still half or more.</source>
        <translation>Nach %1 Schritten: %2. Das ist noch die Hälfte oder mehr.</translation>
    </message>
    <message>
        <source>One step more leaves %1, less than half. So it takes this many steps: %2.</source>
        <translation>Ein Schritt mehr lässt %1, weniger als die Hälfte. Also braucht es so viele Schritte: %2.</translation>
    </message>
    <message>
        <source>You took %1 of the start away at each step. A step takes its share of what is left, and that shrinks.</source>
        <translation>Sie haben bei jedem Schritt %1 des Anfangs weggenommen. Ein Schritt nimmt seinen Anteil von dem, was übrig ist, und das schrumpft.</translation>
    </message>
    <message>
        <source>That is the last step with half or more. Less than half comes one later.</source>
        <translation>Das ist der letzte Schritt mit der Hälfte oder mehr. Weniger als die Hälfte kommt einen später.</translation>
    </message>
    <message>
        <source>You used z for the candidate: that is the other convention. In PyTorch z near 1 keeps.</source>
        <translation>Sie haben z für den Kandidaten genommen: Das ist die andere Konvention. In PyTorch behält z nahe 1.</translation>
    </message>
    <message>
        <source>One too many: the first step already takes its share.</source>
        <translation>Einer zu viel: Schon der erste Schritt nimmt seinen Anteil.</translation>
    </message>
    <message>
        <source>A unit&apos;s update gate stays at z = %1, as PyTorch has it (z keeps), for %2 steps. Which share of its old state is left after them? Two decimals.</source>
        <translation>Das Update-Gate einer Einheit bleibt %2 Schritte lang bei z = %1 (PyTorch: z behält). Welcher Anteil ihres alten Zustands ist danach übrig? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>What is left after one step is the start of the next.</source>
        <translation>Was nach einem Schritt übrig ist, ist der Anfang des nächsten.</translation>
    </message>
    <message>
        <source>Each step multiplies the old state by z = %1.</source>
        <translation>Jeder Schritt multipliziert den alten Zustand mit z = %1.</translation>
    </message>
    <message>
        <source>That is left after one step.</source>
        <translation>Das ist nach einem Schritt übrig.</translation>
    </message>
    <message>
        <source>You took the same amount away at each step. A step takes its share of what is left.</source>
        <translation>Sie haben bei jedem Schritt dieselbe Menge weggenommen. Ein Schritt nimmt seinen Anteil von dem, was übrig ist.</translation>
    </message>
    <message>
        <source>You used z for the candidate: that is the other convention.</source>
        <translation>Sie haben z für den Kandidaten genommen: Das ist die andere Konvention.</translation>
    </message>
    <message>
        <source>That is what is lost. What is left was asked.</source>
        <translation>Das ist, was verloren ist. Gefragt war, was übrig ist.</translation>
    </message>
    <message>
        <source>The shares are multiplied, not divided by the number of steps.</source>
        <translation>Die Anteile werden multipliziert, nicht durch die Zahl der Schritte geteilt.</translation>
    </message>
    <message>
        <source>%1, unit %2: z = %3. This network blends by %4. Which of the two has the larger weight in the new state?</source>
        <translation>%1, Einheit %2: z = %3. Dieses Netz mischt nach %4. Welches von beiden hat das größere Gewicht im neuen Zustand?</translation>
    </message>
    <message>
        <source>Look which of the two z multiplies, and which 1 − z.</source>
        <translation>Sehen Sie nach, welches von beiden z multipliziert und welches 1 − z.</translation>
    </message>
    <message>
        <source>the old state hₜ₋₁</source>
        <translation>der alte Zustand hₜ₋₁</translation>
    </message>
    <message>
        <source>the candidate n</source>
        <translation>der Kandidat n</translation>
    </message>
    <message>
        <source>both have the same weight</source>
        <translation>beide haben dasselbe Gewicht</translation>
    </message>
    <message>
        <source>The old state has only the weight %1 here. You read z as in the other convention.</source>
        <translation>Der alte Zustand hat hier nur das Gewicht %1. Sie haben z wie in der anderen Konvention gelesen.</translation>
    </message>
    <message>
        <source>The candidate has only the weight %1 here. You read z as in the other convention.</source>
        <translation>Der Kandidat hat hier nur das Gewicht %1. Sie haben z wie in der anderen Konvention gelesen.</translation>
    </message>
    <message>
        <source>That would need z = 0.5; here z is %1.</source>
        <translation>Das brauchte z = 0.5; hier ist z %1.</translation>
    </message>
    <message>
        <source>In %1 the old state is multiplied by %2 = %3.</source>
        <translation>In %1 wird der alte Zustand mit %2 = %3 multipliziert.</translation>
    </message>
    <message>
        <source>The candidate has the rest, %1.</source>
        <translation>Der Kandidat hat den Rest, %1.</translation>
    </message>
    <message>
        <source>The larger weight is on the old state hₜ₋₁.</source>
        <translation>Das größere Gewicht hat der alte Zustand hₜ₋₁.</translation>
    </message>
    <message>
        <source>The larger weight is on the candidate n.</source>
        <translation>Das größere Gewicht hat der Kandidat n.</translation>
    </message>
    <message>
        <source>Unit %1&apos;s update gate z at steps 0 to %2: %3. The network blends by %4. At which step is the most of the old state overwritten?</source>
        <translation>Update-Gate z von Einheit %1 an den Schritten 0 bis %2: %3. Das Netz mischt nach %4. An welchem Schritt wird am meisten vom alten Zustand überschrieben?</translation>
    </message>
    <message>
        <source>Does z near 1 keep or overwrite here? Then look for that end. Steps count from 0.</source>
        <translation>Behält z nahe 1 hier oder überschreibt es? Suchen Sie dann dieses Ende. Schritte zählen ab 0.</translation>
    </message>
    <message>
        <source>There z is largest, so the most is kept. Here z near 1 keeps.</source>
        <translation>Dort ist z am größten, also wird am meisten behalten. Hier behält z nahe 1.</translation>
    </message>
    <message>
        <source>There z is smallest, so the most is kept. Here z near 1 overwrites.</source>
        <translation>Dort ist z am kleinsten, also wird am meisten behalten. Hier überschreibt z nahe 1.</translation>
    </message>
    <message>
        <source>So the most is overwritten where z is %1: z = %2, at step %3.</source>
        <translation>Also wird am meisten überschrieben, wo z %1 ist: z = %2, an Schritt %3.</translation>
    </message>
    <message>
        <source>%1. The update gate z of units 0 to %2: %3. The network blends by %4. Which unit keeps the largest share of its old state?</source>
        <translation>%1. Das Update-Gate z der Einheiten 0 bis %2: %3. Das Netz mischt nach %4. Welche Einheit behält den größten Anteil ihres alten Zustands?</translation>
    </message>
    <message>
        <source>Which factor stands before hₜ₋₁? Units count from 0.</source>
        <translation>Welcher Faktor steht vor hₜ₋₁? Einheiten zählen ab 0.</translation>
    </message>
    <message>
        <source>That one keeps the smallest share. Look again which factor stands before hₜ₋₁.</source>
        <translation>Die behält den kleinsten Anteil. Sehen Sie noch einmal nach, welcher Faktor vor hₜ₋₁ steht.</translation>
    </message>
    <message>
        <source>Units count from 0: the first value is unit 0.</source>
        <translation>Einheiten zählen ab 0: Der erste Wert ist Einheit 0.</translation>
    </message>
    <message>
        <source>The old state is multiplied by %1.</source>
        <translation>Der alte Zustand wird mit %1 multipliziert.</translation>
    </message>
    <message>
        <source>That is largest where z is %1, %2: unit %3.</source>
        <translation>Das ist am größten, wo z %1 ist, %2: Einheit %3.</translation>
    </message>
    <message>
        <source>Which term is kept</source>
        <translation>Welcher Term behalten wird</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Was übrig ist</translation>
    </message>
    <message>
        <source>How long it lasts</source>
        <translation>Wie lange es hält</translation>
    </message>
    <message>
        <source>Find where it overwrites</source>
        <translation>Finden, wo es überschreibt</translation>
    </message>
    <message>
        <source>Find the unit that keeps</source>
        <translation>Die Einheit finden, die behält</translation>
    </message>
    <message>
        <source>The loss is taken at the last step. The length of dL/dh at steps 0 to %1: %2. From the last step to step 0 it is multiplied %1 times: by what, were it the same factor each time? Two decimals.</source>
        <translation>Der Verlust wird am letzten Schritt genommen. Die Länge von dL/dh an den Schritten 0 bis %1: %2. Vom letzten Schritt bis Schritt 0 wird sie %1-mal multipliziert: womit, wäre es jedes Mal derselbe Faktor? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>What is left is the factor multiplied by itself, once for each step back.</source>
        <translation>Was übrig ist, ist der Faktor mit sich selbst multipliziert, einmal für jeden Schritt zurück.</translation>
    </message>
    <message>
        <source>That is what is left over all steps together. The factor of one step was asked.</source>
        <translation>Das ist über alle Schritte zusammen übrig. Gefragt war der Faktor eines Schritts.</translation>
    </message>
    <message>
        <source>Factors are multiplied, not added: take the root, do not divide.</source>
        <translation>Faktoren werden multipliziert, nicht addiert: Ziehen Sie die Wurzel, teilen Sie nicht.</translation>
    </message>
    <message>
        <source>You took the same away at each step. A step takes its share of what is left.</source>
        <translation>Sie haben bei jedem Schritt gleich viel weggenommen. Ein Schritt nimmt seinen Anteil von dem, was übrig ist.</translation>
    </message>
    <message>
        <source>That is the factor from step 0 on. Going back it is its reciprocal.</source>
        <translation>Das ist der Faktor von Schritt 0 an. Rückwärts ist es sein Kehrwert.</translation>
    </message>
    <message>
        <source>Begin at the end of the list and go to its front. Steps count from 0.</source>
        <translation>Beginnen Sie am Ende der Liste und gehen Sie nach vorn. Schritte zählen ab 0.</translation>
    </message>
    <message>
        <source>That many steps back it is. The step itself was asked.</source>
        <translation>So viele Schritte zurück ist es. Gefragt war der Schritt selbst.</translation>
    </message>
    <message>
        <source>There half or more is left still.</source>
        <translation>Dort ist noch die Hälfte oder mehr übrig.</translation>
    </message>
    <message>
        <source>There less than half is left too, but not for the first time going back.</source>
        <translation>Dort ist auch weniger als die Hälfte übrig, aber auf dem Rückweg nicht zum ersten Mal.</translation>
    </message>
    <message>
        <source>At the last step, %1, it is %2 long. Half of that is %3.</source>
        <translation>Am letzten Schritt, %1, ist er %2 lang. Die Hälfte davon ist %3.</translation>
    </message>
    <message>
        <source>Going back the first length under that is %1, at step %2.</source>
        <translation>Auf dem Rückweg ist die erste Länge darunter %1, an Schritt %2.</translation>
    </message>
    <message>
        <source>Where half of the gradient is gone</source>
        <translation>Wo der halbe Gradient fort ist</translation>
    </message>
    <message>
        <source>The factor of a step</source>
        <translation>Der Faktor eines Schritts</translation>
    </message>
    <message>
        <source>%1, unit %2. From the input W_n xₜ + b_in = %3, from the state u = U_n hₜ₋₁ + b_hn = %4, and the reset gate r = %5. This network resets after the product: n = tanh(W_n xₜ + b_in + r⊙u). How large is n? Two decimals.</source>
        <translation>%1, Einheit %2. Von der Eingabe W_n xₜ + b_in = %3, vom Zustand u = U_n hₜ₋₁ + b_hn = %4, und das Reset-Gate r = %5. Dieses Netz hat den Reset nach dem Produkt: n = tanh(W_n xₜ + b_in + r⊙u). Wie groß ist n? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>%1, unit %2. From the input W_n xₜ + b_in = %3, and u = U_n (r⊙hₜ₋₁) + b_hn = %4, where r = %5. This network resets before the product: n = tanh(W_n xₜ + b_in + u). How large is n? Two decimals.</source>
        <translation>%1, Einheit %2. Von der Eingabe W_n xₜ + b_in = %3, und u = U_n (r⊙hₜ₋₁) + b_hn = %4, wobei r = %5. Dieses Netz hat den Reset vor dem Produkt: n = tanh(W_n xₜ + b_in + u). Wie groß ist n? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>The reset gate only scales what comes from the past, and it does so once.</source>
        <translation>Das Reset-Gate skaliert nur, was aus der Vergangenheit kommt, und das einmal.</translation>
    </message>
    <message>
        <source>The reset gate has acted already, inside u. The past brings %1.</source>
        <translation>Das Reset-Gate hat schon gewirkt, innerhalb von u. Die Vergangenheit bringt %1.</translation>
    </message>
    <message>
        <source>You left the reset gate out: that is n with r = 1.</source>
        <translation>Sie haben das Reset-Gate weggelassen: Das ist n mit r = 1.</translation>
    </message>
    <message>
        <source>You left the past out: that is n with r = 0.</source>
        <translation>Sie haben die Vergangenheit weggelassen: Das ist n mit r = 0.</translation>
    </message>
    <message>
        <source>You used z in the place of r. The update gate acts later, in the blend.</source>
        <translation>Sie haben z an die Stelle von r gesetzt. Das Update-Gate wirkt später, in der Mischung.</translation>
    </message>
    <message>
        <source>The reset gate scales only the past. The input comes in whole.</source>
        <translation>Das Reset-Gate skaliert nur die Vergangenheit. Die Eingabe kommt ganz herein.</translation>
    </message>
    <message>
        <source>r acted twice. With the reset before the product it is inside u already.</source>
        <translation>r hat zweimal gewirkt. Mit dem Reset vor dem Produkt steckt es schon in u.</translation>
    </message>
    <message>
        <source>You left the past out.</source>
        <translation>Sie haben die Vergangenheit weggelassen.</translation>
    </message>
    <message>
        <source>That is the sum. It still has to go through tanh.</source>
        <translation>Das ist die Summe. Sie muss noch durch tanh.</translation>
    </message>
    <message>
        <source>That is σ of the sum. σ makes the gates; the candidate is made by tanh.</source>
        <translation>Das ist σ der Summe. σ macht die Gates; den Kandidaten macht tanh.</translation>
    </message>
    <message>
        <source>%1, unit %2. W_n xₜ + b_in = %3, %4 = %5, b_hn = %6, and n is %7. What would n be if the reset gate were 0 in every unit? Two decimals.</source>
        <translation>%1, Einheit %2. W_n xₜ + b_in = %3, %4 = %5, b_hn = %6, und n ist %7. Was wäre n, wenn das Reset-Gate in jeder Einheit 0 wäre? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>This network resets after the product: n = tanh(W_n xₜ + b_in + r⊙u). Put r = 0.</source>
        <translation>Dieses Netz hat den Reset nach dem Produkt: n = tanh(W_n xₜ + b_in + r⊙u). Setzen Sie r = 0.</translation>
    </message>
    <message>
        <source>This network resets before the product: n = tanh(W_n xₜ + b_in + U_n (r⊙hₜ₋₁) + b_hn). Put r = 0.</source>
        <translation>Dieses Netz hat den Reset vor dem Produkt: n = tanh(W_n xₜ + b_in + U_n (r⊙hₜ₋₁) + b_hn). Setzen Sie r = 0.</translation>
    </message>
    <message>
        <source>r⊙u is 0, with all that is inside u, the bias b_hn too.</source>
        <translation>r⊙u ist 0, mit allem, was in u steckt, auch dem Bias b_hn.</translation>
    </message>
    <message>
        <source>r⊙hₜ₋₁ is 0, so U_n (r⊙hₜ₋₁) is 0. The bias b_hn = %1 stands outside and stays.</source>
        <translation>r⊙hₜ₋₁ ist 0, also ist U_n (r⊙hₜ₋₁) 0. Der Bias b_hn = %1 steht außerhalb und bleibt.</translation>
    </message>
    <message>
        <source>Only the present is left: the sum is %1.</source>
        <translation>Nur die Gegenwart bleibt: Die Summe ist %1.</translation>
    </message>
    <message>
        <source>That is n as it is. The reset gate decides how much of the past n hears, so it changes.</source>
        <translation>Das ist n, wie es ist. Das Reset-Gate entscheidet, wie viel Vergangenheit n hört, also ändert es sich.</translation>
    </message>
    <message>
        <source>The input still speaks. r = 0 silences the past alone.</source>
        <translation>Die Eingabe spricht noch. r = 0 bringt nur die Vergangenheit zum Schweigen.</translation>
    </message>
    <message>
        <source>That is n with r = 1, when all of the past is heard.</source>
        <translation>Das ist n mit r = 1, wenn die ganze Vergangenheit zu hören ist.</translation>
    </message>
    <message>
        <source>b_hn stands inside the bracket that r multiplies, so it goes too.</source>
        <translation>b_hn steht in der Klammer, die r multipliziert, also fällt es auch weg.</translation>
    </message>
    <message>
        <source>b_hn stands outside the bracket that r multiplies, so it stays.</source>
        <translation>b_hn steht außerhalb der Klammer, die r multipliziert, also bleibt es.</translation>
    </message>
    <message>
        <source>%1. hₜ₋₁ = %2, r = %3. The row of U_n that feeds unit %4 is %5, its b_hn is %6. The reset acts %7. How much does the past add to the sum under the tanh? Two decimals.</source>
        <translation>%1. hₜ₋₁ = %2, r = %3. Die Zeile von U_n, die Einheit %4 speist, ist %5, ihr b_hn ist %6. Der Reset wirkt %7. Wie viel fügt die Vergangenheit der Summe unter dem tanh hinzu? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>After the product each unit has one r for its whole sum. Before it, each old state has its own.</source>
        <translation>Nach dem Produkt hat jede Einheit ein r für ihre ganze Summe. Davor hat jeder alte Zustand sein eigenes.</translation>
    </message>
    <message>
        <source>The product first: U_n hₜ₋₁ + b_hn = %1.</source>
        <translation>Zuerst das Produkt: U_n hₜ₋₁ + b_hn = %1.</translation>
    </message>
    <message>
        <source>The reset first: r⊙hₜ₋₁ = %1.</source>
        <translation>Zuerst der Reset: r⊙hₜ₋₁ = %1.</translation>
    </message>
    <message>
        <source>That is the reset before the product, U_n (r⊙hₜ₋₁) + b_hn: the other convention.</source>
        <translation>Das ist der Reset vor dem Produkt, U_n (r⊙hₜ₋₁) + b_hn: die andere Konvention.</translation>
    </message>
    <message>
        <source>That is the reset after the product, r⊙(U_n hₜ₋₁ + b_hn): the other convention.</source>
        <translation>Das ist der Reset nach dem Produkt, r⊙(U_n hₜ₋₁ + b_hn): die andere Konvention.</translation>
    </message>
    <message>
        <source>You left the reset gate out.</source>
        <translation>Sie haben das Reset-Gate weggelassen.</translation>
    </message>
    <message>
        <source>You left the bias b_hn out.</source>
        <translation>Sie haben den Bias b_hn weggelassen.</translation>
    </message>
    <message>
        <source>Look where b_hn stands: after the product r multiplies it too, before it r does not.</source>
        <translation>Achten Sie darauf, wo b_hn steht: Nach dem Produkt multipliziert r es auch, davor nicht.</translation>
    </message>
    <message>
        <source>Compute the candidate</source>
        <translation>Den Kandidaten berechnen</translation>
    </message>
    <message>
        <source>What if r were 0</source>
        <translation>Was, wenn r gleich 0 wäre</translation>
    </message>
    <message>
        <source>Reset before or after</source>
        <translation>Reset davor oder danach</translation>
    </message>
    <message>
        <source>%1 has %2 parameters. With how many units does an nn.%3 on the same %4 inputs come nearest to that?</source>
        <translation>%1 hat %2 Parameter. Mit wie vielen Einheiten kommt ein nn.%3 mit denselben %4 Eingängen dem am nächsten?</translation>
    </message>
    <message>
        <source>%1 units have %2 · %1 · (%3 + %1 + 2) = %4, wrong by %5.</source>
        <translation>%1 Einheiten haben %2 · %1 · (%3 + %1 + 2) = %4, daneben um %5.</translation>
    </message>
    <message>
        <source>%1 units have %2, wrong by %3: nearest comes %1.</source>
        <translation>%1 Einheiten haben %2, daneben um %3: Am nächsten kommt %1.</translation>
    </message>
    <message>
        <source>With the same units it has %1 parameters: another number of blocks.</source>
        <translation>Mit gleich vielen Einheiten hat es %1 Parameter: eine andere Zahl von Blöcken.</translation>
    </message>
    <message>
        <source>You changed the units as the blocks. But weights grow with the square of the units.</source>
        <translation>Sie haben die Einheiten wie die Blöcke geändert. Aber die Gewichte wachsen mit dem Quadrat der Einheiten.</translation>
    </message>
    <message>
        <source>Near, but wrong by %1 parameters, and %2 units by %3.</source>
        <translation>Nah dran, aber um %1 Parameter daneben, und %2 Einheiten um %3.</translation>
    </message>
    <message>
        <source>While it learns, a network drops a share of %1 of what layer 0 hands up. By what does it multiply the rest, so that layer 1 hears as much on average? Two decimals.</source>
        <translation>Beim Lernen lässt ein Netz einen Anteil von %1 dessen ausfallen, was Schicht 0 hinaufreicht. Womit multipliziert es den Rest, damit Schicht 1 im Mittel gleich viel hört? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>What is left, taken together, is to weigh as much as all of it did.</source>
        <translation>Was übrig bleibt, soll zusammen so viel wiegen wie vorher alles.</translation>
    </message>
    <message>
        <source>A share of 1 − %1 = %2 is left.</source>
        <translation>Ein Anteil von 1 − %1 = %2 bleibt übrig.</translation>
    </message>
    <message>
        <source>Then layer 1 would hear less while learning than when answering.</source>
        <translation>Dann würde Schicht 1 beim Lernen weniger hören als beim Antworten.</translation>
    </message>
    <message>
        <source>That is what is left. It has to be made up for: 1 / (1 − p).</source>
        <translation>Das ist, was übrig bleibt. Es muss ausgeglichen werden: 1 / (1 − p).</translation>
    </message>
    <message>
        <source>1/p would make up for having kept only p. 1 − p is kept.</source>
        <translation>1/p würde ausgleichen, dass nur p behalten wurde. Behalten wird 1 − p.</translation>
    </message>
    <message>
        <source>Nearly, for a small p: but (1 + p) · (1 − p) is below 1.</source>
        <translation>Fast, bei kleinem p: Aber (1 + p) · (1 − p) ist kleiner als 1.</translation>
    </message>
    <message>
        <source>The same budget</source>
        <translation>Dasselbe Budget</translation>
    </message>
    <message>
        <source>What dropout makes of the rest</source>
        <translation>Was Dropout aus dem Rest macht</translation>
    </message>
    <message>
        <source>%1, unit %2. What comes from the input, W_%3 xₜ + b_i%3, is %4. What comes from the state, U_%3 hₜ₋₁ + b_h%3, is %5. How large is the %6 %3? Two decimals.</source>
        <translation>%1, Einheit %2. Was von der Eingabe kommt, W_%3 xₜ + b_i%3, ist %4. Was vom Zustand kommt, U_%3 hₜ₋₁ + b_h%3, ist %5. Wie groß ist das %6 %3? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>A gate lies between 0 and 1. Which function brings any sum there?</source>
        <translation>Ein Gate liegt zwischen 0 und 1. Welche Funktion bringt jede Summe dorthin?</translation>
    </message>
    <message>
        <source>Squash the sum with σ(a) = 1 / (1 + e^−a), whose values lie between 0 and 1.</source>
        <translation>Stauchen Sie die Summe mit σ(a) = 1 / (1 + e^−a), dessen Werte zwischen 0 und 1 liegen.</translation>
    </message>
    <message>
        <source>That is tanh of the sum. tanh makes the candidate; a gate is made by σ.</source>
        <translation>Das ist tanh der Summe. tanh macht den Kandidaten; ein Gate macht σ.</translation>
    </message>
    <message>
        <source>That is 1 − z, the gate as the other convention has it.</source>
        <translation>Das ist 1 − z, das Gate, wie es die andere Konvention hat.</translation>
    </message>
    <message>
        <source>That is 1 − %1: the sign of the sum was lost.</source>
        <translation>Das ist 1 − %1: Das Vorzeichen der Summe ging verloren.</translation>
    </message>
    <message>
        <source>You left the state out. The gate reads the input and the state.</source>
        <translation>Sie haben den Zustand weggelassen. Das Gate liest die Eingabe und den Zustand.</translation>
    </message>
    <message>
        <source>You left the input out. The gate reads the input and the state.</source>
        <translation>Sie haben die Eingabe weggelassen. Das Gate liest die Eingabe und den Zustand.</translation>
    </message>
    <message>
        <source>That is the sum. It still has to go through σ.</source>
        <translation>Das ist die Summe. Sie muss noch durch σ.</translation>
    </message>
    <message>
        <source>%1 is about to end. Unit %2 has z = %3, the candidate n = %4 and the old state hₜ₋₁ = %5. This network blends by %6. What will unit %2 hold? Two decimals.</source>
        <translation>%1 endet gleich. Einheit %2 hat z = %3, den Kandidaten n = %4 und den alten Zustand hₜ₋₁ = %5. Dieses Netz mischt nach %6. Was wird Einheit %2 halten? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>Ask first which of the two z multiplies. The new state lies between the old one and the candidate.</source>
        <translation>Fragen Sie zuerst, welches von beiden z multipliziert. Der neue Zustand liegt zwischen dem alten und dem Kandidaten.</translation>
    </message>
    <message>
        <source>Write the rule: %1.</source>
        <translation>Schreiben Sie die Regel hin: %1.</translation>
    </message>
    <message>
        <source>You used z for the candidate: that is the other convention. Here z near 1 keeps.</source>
        <translation>Sie haben z für den Kandidaten genommen: Das ist die andere Konvention. Hier behält z nahe 1.</translation>
    </message>
    <message>
        <source>You used z for the old state: that is the other convention. Here z near 1 overwrites.</source>
        <translation>Sie haben z für den alten Zustand genommen: Das ist die andere Konvention. Hier überschreibt z nahe 1.</translation>
    </message>
    <message>
        <source>That is the middle of the two. The gate weighs them, with z and 1 − z.</source>
        <translation>Das ist die Mitte der beiden. Das Gate gewichtet sie, mit z und 1 − z.</translation>
    </message>
    <message>
        <source>That is the candidate. It replaces the state only as far as the gate lets it.</source>
        <translation>Das ist der Kandidat. Er ersetzt den Zustand nur so weit, wie das Gate ihn lässt.</translation>
    </message>
    <message>
        <source>That is the old state. Only a gate that keeps all leaves it as it was.</source>
        <translation>Das ist der alte Zustand. Nur ein Gate, das alles behält, lässt ihn, wie er war.</translation>
    </message>
    <message>
        <source>That is what is kept of the old state. The candidate&apos;s share is missing.</source>
        <translation>Das ist, was vom alten Zustand behalten wird. Der Anteil des Kandidaten fehlt.</translation>
    </message>
    <message>
        <source>The candidate came in whole. The two weights add up to 1.</source>
        <translation>Der Kandidat kam ganz herein. Die beiden Gewichte ergeben zusammen 1.</translation>
    </message>
    <message>
        <source>Put the numbers into each rule. Only one gives the new state.</source>
        <translation>Setzen Sie die Zahlen in jede Regel ein. Nur eine ergibt den neuen Zustand.</translation>
    </message>
    <message>
        <source>hₜ = (1−z)⊙n + z⊙hₜ₋₁, where z keeps</source>
        <translation>hₜ = (1−z)⊙n + z⊙hₜ₋₁, wo z behält</translation>
    </message>
    <message>
        <source>hₜ = (1−z)⊙hₜ₋₁ + z⊙n, where z overwrites</source>
        <translation>hₜ = (1−z)⊙hₜ₋₁ + z⊙n, wo z überschreibt</translation>
    </message>
    <message>
        <source>hₜ = z⊙hₜ₋₁ + n</source>
        <translation>hₜ = z⊙hₜ₋₁ + n</translation>
    </message>
    <message>
        <source>hₜ = z⊙(hₜ₋₁ + n)</source>
        <translation>hₜ = z⊙(hₜ₋₁ + n)</translation>
    </message>
    <message>
        <source>It would give %1, but the trace shows %2.</source>
        <translation>Sie ergäbe %1, aber die Aufzeichnung zeigt %2.</translation>
    </message>
    <message>
        <source>It would give %1, not %2. In a blend the two weights add up to 1.</source>
        <translation>Sie ergäbe %1, nicht %2. In einer Mischung ergeben die beiden Gewichte zusammen 1.</translation>
    </message>
    <message>
        <source>The trace shows %1, so it is %2.</source>
        <translation>Die Aufzeichnung zeigt %1, also ist es %2.</translation>
    </message>
    <message>
        <source>That is the way in the other direction.</source>
        <translation>Das ist der Weg in die andere Richtung.</translation>
    </message>
    <message>
        <source>Ask of each what it is computed from: that must stand before it.</source>
        <translation>Fragen Sie bei jedem, woraus es berechnet wird: Das muss davor stehen.</translation>
    </message>
    <message>
        <source>In this network the reset acts before the product with U_n. Put one step in its order.</source>
        <translation>In diesem Netz wirkt der Reset vor dem Produkt mit U_n. Bringen Sie einen Schritt in seine Reihenfolge.</translation>
    </message>
    <message>
        <source>The candidate hears what the reset gate leaves.</source>
        <translation>Der Kandidat hört, was das Reset-Gate übrig lässt.</translation>
    </message>
    <message>
        <source>The candidate reads U_n (r⊙hₜ₋₁), so r⊙hₜ₋₁ comes first.</source>
        <translation>Der Kandidat liest U_n (r⊙hₜ₋₁), also kommt r⊙hₜ₋₁ zuerst.</translation>
    </message>
    <message>
        <source>Put one step of a GRU in the order in which it is computed.</source>
        <translation>Bringen Sie einen Schritt eines GRU in die Reihenfolge, in der er berechnet wird.</translation>
    </message>
    <message>
        <source>The candidate is tanh of a sum in which r⊙(U_n hₜ₋₁ + b_hn) stands, so that comes first.</source>
        <translation>Der Kandidat ist tanh einer Summe, in der r⊙(U_n hₜ₋₁ + b_hn) steht, also kommt das zuerst.</translation>
    </message>
    <message>
        <source>Compute the update gate</source>
        <translation>Das Update-Gate berechnen</translation>
    </message>
    <message>
        <source>Compute the reset gate</source>
        <translation>Das Reset-Gate berechnen</translation>
    </message>
    <message>
        <source>Predict the next value</source>
        <translation>Den nächsten Wert vorhersagen</translation>
    </message>
    <message>
        <source>Tell the convention</source>
        <translation>Die Konvention erkennen</translation>
    </message>
    <message>
        <source>Order one step</source>
        <translation>Einen Schritt ordnen</translation>
    </message>
    <message>
        <source>This message is not among those that the lab knows: look in its last line for two sizes that differ, and for the tensor that has them.</source>
        <translation>Diese Meldung gehört nicht zu denen, die das Labor kennt: Suchen Sie in ihrer letzten Zeile zwei Größen, die sich unterscheiden, und den Tensor, der sie hat.</translation>
    </message>
    <message>
        <source>The batch axis is meant: the longest sequence must come first, or enforce_sorted=False must be said, which sorts and puts the results back in your order.</source>
        <translation>Gemeint ist die Batch-Achse: Die längste Folge muss zuerst kommen, oder es muss enforce_sorted=False heißen, das sortiert und die Ergebnisse in Ihre Reihenfolge zurückbringt.</translation>
    </message>
    <message>
        <source>One of the lengths is 0 or less: take that sequence out of the batch before it is packed.</source>
        <translation>Eine der Längen ist 0 oder kleiner: Nehmen Sie diese Folge vor dem Packen aus dem Batch.</translation>
    </message>
    <message>
        <source>The batch axis is meant: there are %1 lengths for %2 sequences. If %2 is the number of steps, pack_padded_sequence was not told batch_first=True.</source>
        <translation>Gemeint ist die Batch-Achse: Es sind %1 Längen für %2 Folgen. Wenn %2 die Zahl der Schritte ist, wurde pack_padded_sequence nicht batch_first=True gesagt.</translation>
    </message>
    <message>
        <source>No axis of the input is meant: the lengths must be whole numbers in one axis on the CPU, and came as %1 %3 on %2. lengths.cpu() mends the place; the input may stay where it is.</source>
        <translation>Gemeint ist keine Achse der Eingabe: Die Längen müssen ganze Zahlen in einer Achse auf der CPU sein und kamen als %1 %3 auf %2. lengths.cpu() behebt den Ort; die Eingabe darf bleiben, wo sie ist.</translation>
    </message>
    <message>
        <source>The time axis is meant: the longest sequence has %2 steps and does not fit into total_length=%1. Give the length to which the batch was padded.</source>
        <translation>Gemeint ist die Zeitachse: Die längste Folge hat %2 Schritte und passt nicht in total_length=%1. Geben Sie die Länge an, auf die der Batch aufgefüllt wurde.</translation>
    </message>
    <message>
        <source>The rows of weight_ih_l0 are meant, three blocks of hidden_size: %1 in the file, %3 in this layer. Build it with a third of %1 as hidden_size; a file of an LSTM has four blocks, and fits no GRU.</source>
        <translation>Gemeint sind die Zeilen von weight_ih_l0, drei Blöcke von hidden_size: %1 in der Datei, %3 in dieser Schicht. Bauen Sie sie mit einem Drittel von %1 als hidden_size; die Datei eines LSTM hat vier Blöcke und passt zu keinem GRU.</translation>
    </message>
    <message>
        <source>The columns of weight_ih_l0 are meant, input_size: %2 in the file, %4 in this layer. Build it with input_size=%2.</source>
        <translation>Gemeint sind die Spalten von weight_ih_l0, input_size: %2 in der Datei, %4 in dieser Schicht. Bauen Sie sie mit input_size=%2.</translation>
    </message>
    <message>
        <source>%1 is (%2) in the file and (%3) in this layer: build the layer with the sizes, layers and directions that the file has.</source>
        <translation>%1 ist (%2) in der Datei und (%3) in dieser Schicht: Bauen Sie die Schicht mit den Größen, Schichten und Richtungen der Datei.</translation>
    </message>
    <message>
        <source>This layer reads in both directions, the file has only the forward one. Build it with bidirectional=False.</source>
        <translation>Diese Schicht liest in beide Richtungen, die Datei hat nur die Vorwärtsrichtung. Bauen Sie sie mit bidirectional=False.</translation>
    </message>
    <message>
        <source>The file has nothing for layer %1: it was saved with fewer layers. Build this one with num_layers=%1.</source>
        <translation>Die Datei hat nichts für Schicht %1: Sie wurde mit weniger Schichten gespeichert. Bauen Sie diese mit num_layers=%1.</translation>
    </message>
    <message>
        <source>The file has no %1. Compare the names: a layer that was saved inside another has that one&apos;s name and a point before its own, and with bias=False there are no biases.</source>
        <translation>Die Datei hat kein %1. Vergleichen Sie die Namen: Eine Schicht, die in einer anderen gespeichert wurde, hat deren Namen und einen Punkt vor ihrem eigenen, und mit bias=False gibt es keine Bias.</translation>
    </message>
    <message>
        <source>The file holds %1, for which this layer has no place. _l1 and higher are more layers, _reverse is the other direction: build the layer as it was saved.</source>
        <translation>Die Datei enthält %1, wofür diese Schicht keinen Platz hat. _l1 und höher sind weitere Schichten, _reverse ist die andere Richtung: Bauen Sie die Schicht so, wie sie gespeichert wurde.</translation>
    </message>
    <message>
        <source>The number of axes is meant: a GRU reads three, batch, time and features, and was given %1. If a GRU stands before it, that one needs return_sequences=True, because it gave up its time axis.</source>
        <translation>Gemeint ist die Zahl der Achsen: Ein GRU liest drei, Batch, Zeit und Merkmale, und bekam %1. Steht ein GRU davor, braucht das return_sequences=True, weil es seine Zeitachse abgegeben hat.</translation>
    </message>
    <message>
        <source>The last axis of the input is meant, the features: the kernel was built for %3 and was given %2. A layer keeps the size that it saw first.</source>
        <translation>Gemeint ist die letzte Achse der Eingabe, die Merkmale: Der Kernel wurde für %3 gebaut und bekam %2. Eine Schicht behält die Größe, die sie zuerst sah.</translation>
    </message>
    <message>
        <source>The last axis of the input is meant, the features: the layer was built for %1 and was given %2. A layer keeps the size that it saw first.</source>
        <translation>Gemeint ist die letzte Achse der Eingabe, die Merkmale: Die Schicht wurde für %1 gebaut und bekam %2. Eine Schicht behält die Größe, die sie zuerst sah.</translation>
    </message>
    <message>
        <source>The batch axis is meant: a stateful layer keeps one state for each sequence, so it must know how many, and found %1. Give keras.Input a batch_size, or batch_shape.</source>
        <translation>Gemeint ist die Batch-Achse: Eine Schicht mit stateful behält einen Zustand für jede Folge, muss also wissen, wie viele es sind, und fand %1. Geben Sie keras.Input eine batch_size oder batch_shape.</translation>
    </message>
    <message>
        <source>The batch axis is meant: the layer keeps the states of %1 sequences, and %2 came. Every batch of a stateful layer has the same size; leave out a last one that is smaller.</source>
        <translation>Gemeint ist die Batch-Achse: Die Schicht behält die Zustände von %1 Folgen, und %2 kamen. Jeder Batch einer Schicht mit stateful hat dieselbe Größe; lassen Sie einen kleineren letzten weg.</translation>
    </message>
    <message>
        <source>units is the last axis of the output and came as %1: it must be a whole number from 1.</source>
        <translation>units ist die letzte Achse der Ausgabe und kam als %1: Es muss eine ganze Zahl ab 1 sein.</translation>
    </message>
    <message>
        <source>Keras&apos; GRU has no argument %1. hidden_size is called units there, several layers are several GRUs, both directions are a Bidirectional around it, and the batch always stands first.</source>
        <translation>Keras’ GRU hat kein Argument %1. hidden_size heißt dort units, mehrere Schichten sind mehrere GRUs, beide Richtungen sind ein Bidirectional darum, und der Batch steht immer vorn.</translation>
    </message>
    <message>
        <source>The last axis of the input is meant, the features: the layer reads %1 numbers at each step and was given %2. Build it with input_size=%2, or see whether two axes have changed places: features stand last, whatever batch_first says.</source>
        <translation>Gemeint ist die letzte Achse der Eingabe, die Merkmale: Die Schicht liest %1 Zahlen je Schritt und bekam %2. Bauen Sie sie mit input_size=%2, oder sehen Sie nach, ob zwei Achsen vertauscht sind: Merkmale stehen hinten, egal was batch_first sagt.</translation>
    </message>
    <message>
        <source>The number of the input&apos;s axes is meant: a GRU reads three, time, batch and features, or two without a batch, and was given %1. unsqueeze adds an axis, flatten or a slice takes one away.</source>
        <translation>Gemeint ist die Zahl der Achsen der Eingabe: Ein GRU liest drei, Zeit, Batch und Merkmale, oder zwei ohne Batch, und bekam %1. unsqueeze fügt eine Achse hinzu, flatten oder ein Ausschnitt nimmt eine weg.</translation>
    </message>
    <message>
        <source>No axis is meant, but the kind of number: the input holds %1, the weights %2. x.to(torch.%2) mends it.</source>
        <translation>Gemeint ist keine Achse, sondern die Art der Zahlen: Die Eingabe hat %1, die Gewichte %2. x.to(torch.%2) behebt es.</translation>
    </message>
    <message>
        <source>No axis is meant, but the kind of number: the weights hold %1, the input %2. x.to(torch.%1) mends it.</source>
        <translation>Gemeint ist keine Achse, sondern die Art der Zahlen: Die Gewichte haben %1, die Eingabe %2. x.to(torch.%1) behebt es.</translation>
    </message>
    <message>
        <source>The time axis of the input is meant: it has length 0. Leave out sequences of which nothing is left, and see whether time stands where batch_first says.</source>
        <translation>Gemeint ist die Zeitachse der Eingabe: Sie hat die Länge 0. Lassen Sie Folgen weg, von denen nichts übrig ist, und sehen Sie nach, ob die Zeit dort steht, wo batch_first es sagt.</translation>
    </message>
    <message>
        <source>The first axis of h_0 is meant, the states: one for each layer and direction, %1, and %4 came. Make h_0 (%1, %2, %3), or leave it out and it is zero.</source>
        <translation>Gemeint ist die erste Achse von h_0, die Zustände: einer für jede Schicht und Richtung, %1, und %4 kamen. Machen Sie h_0 (%1, %2, %3), oder lassen Sie es weg, dann ist es null.</translation>
    </message>
    <message>
        <source>The middle axis of h_0 is meant, the batch: the input has %2 sequences as the layer reads it, h_0 has %5. In h_0 the batch stands second also with batch_first=True; if the input really has %5, its axes lie otherwise than batch_first says.</source>
        <translation>Gemeint ist die mittlere Achse von h_0, der Batch: Die Eingabe hat, wie die Schicht sie liest, %2 Folgen, h_0 hat %5. In h_0 steht der Batch auch mit batch_first=True an zweiter Stelle; hat die Eingabe wirklich %5, liegen ihre Achsen anders, als batch_first sagt.</translation>
    </message>
    <message>
        <source>The last axis of h_0 is meant, the units: hidden_size is %3, and %6 came. Make h_0 (%1, %2, %3).</source>
        <translation>Gemeint ist die letzte Achse von h_0, die Einheiten: hidden_size ist %3, und %6 kamen. Machen Sie h_0 (%1, %2, %3).</translation>
    </message>
    <message>
        <source>The number of axes of h_0 is meant: with a batch it has three, states, batch and units, and %1 came. h_0.unsqueeze(0) adds the axis of the states.</source>
        <translation>Gemeint ist die Zahl der Achsen von h_0: Mit einem Batch hat es drei, Zustände, Batch und Einheiten, und %1 kamen. h_0.unsqueeze(0) fügt die Achse der Zustände hinzu.</translation>
    </message>
    <message>
        <source>The input has two axes, so it is read as one sequence without a batch, and h_0 must have no batch either, but is %1. Give the input its batch axis with x.unsqueeze, or take that axis from h_0.</source>
        <translation>Die Eingabe hat zwei Achsen, wird also als eine Folge ohne Batch gelesen, und h_0 darf auch keinen Batch haben, ist aber %1. Geben Sie der Eingabe mit x.unsqueeze ihre Batch-Achse oder nehmen Sie h_0 diese Achse.</translation>
    </message>
    <message>
        <source>The batch axis is meant: this step&apos;s input has %1 sequences, the state has %2. Begin the state afresh for a batch of another size.</source>
        <translation>Gemeint ist die Batch-Achse: Die Eingabe dieses Schritts hat %1 Folgen, der Zustand hat %2. Beginnen Sie den Zustand für einen Batch anderer Größe neu.</translation>
    </message>
    <message>
        <source>A GRUCell takes one step, (batch, features), and was given %1, a sequence. Use nn.GRU, or go over the time axis in a loop.</source>
        <translation>Eine GRUCell nimmt einen Schritt, (batch, features), und bekam %1, eine Folge. Nehmen Sie nn.GRU, oder gehen Sie in einer Schleife über die Zeitachse.</translation>
    </message>
    <message>
        <source>No axis is meant: dropout is a probability, between 0 and 1.</source>
        <translation>Gemeint ist keine Achse: dropout ist eine Wahrscheinlichkeit zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Only a warning: dropout acts between layers, and with num_layers=1 there is no between, so %1 does nothing. Use two layers, or an nn.Dropout behind the GRU.</source>
        <translation>Nur eine Warnung: dropout wirkt zwischen Schichten, und mit num_layers=1 gibt es kein Dazwischen, also tut %1 nichts. Nehmen Sie zwei Schichten oder ein nn.Dropout hinter dem GRU.</translation>
    </message>
    <message>
        <source>A GRU has no proj_size, only an LSTM has. An nn.Linear behind the GRU makes its output smaller.</source>
        <translation>Ein GRU hat kein proj_size, nur ein LSTM hat es. Ein nn.Linear hinter dem GRU macht seine Ausgabe kleiner.</translation>
    </message>
    <message>
        <source>hidden_size is the number of units, the last axis of h_n: there must be at least one.</source>
        <translation>hidden_size ist die Zahl der Einheiten, die letzte Achse von h_n: Es muss mindestens eine geben.</translation>
    </message>
    <message>
        <source>num_layers makes the first axis of h_n: there must be at least one layer.</source>
        <translation>num_layers macht die erste Achse von h_n: Es muss mindestens eine Schicht geben.</translation>
    </message>
    <message>
        <source>hidden_size counts units and came as %1: make it an int, with // in place of /.</source>
        <translation>hidden_size zählt Einheiten und kam als %1: Machen Sie einen int daraus, mit // statt /.</translation>
    </message>
    <message>
        <source>nn.GRU needs two sizes: first input_size, how many numbers are read at a step, then hidden_size, how many units there are.</source>
        <translation>nn.GRU braucht zwei Größen: zuerst input_size, wie viele Zahlen je Schritt gelesen werden, dann hidden_size, wie viele Einheiten es gibt.</translation>
    </message>
    <message>
        <source>A GRU answers with two tensors, output and h_n, and both were given on as one. Write output, h_n = gru(x), and give on the one that is wanted.</source>
        <translation>Ein GRU antwortet mit zwei Tensoren, output und h_n, und beide wurden als einer weitergegeben. Schreiben Sie output, h_n = gru(x), und geben Sie den gewünschten weiter.</translation>
    </message>
    <message>
        <source>The last axis of what a linear layer reads is meant: it has %2 numbers, the layer was built for %3. Behind a GRU it needs hidden_size, and twice that with bidirectional=True.</source>
        <translation>Gemeint ist die letzte Achse dessen, was eine lineare Schicht liest: Sie hat %2 Zahlen, die Schicht wurde für %3 gebaut. Hinter einem GRU braucht sie hidden_size, und das Doppelte mit bidirectional=True.</translation>
    </message>
    <message>
        <source>A GRU&apos;s result was taken apart like an LSTM&apos;s, out, (h, c): a GRU has no c, so h_n itself is split along its first axis. Write output, h_n = gru(x).</source>
        <translation>Das Ergebnis eines GRU wurde wie das eines LSTM zerlegt, out, (h, c): Ein GRU hat kein c, also wird h_n selbst entlang der ersten Achse geteilt. Schreiben Sie output, h_n = gru(x).</translation>
    </message>
    <message>
        <source>No axis is meant: the state still hangs on the steps of an earlier batch. h_n.detach() between the batches keeps its numbers and cuts its history.</source>
        <translation>Gemeint ist keine Achse: Der Zustand hängt noch an den Schritten eines früheren Batches. h_n.detach() zwischen den Batches behält seine Zahlen und schneidet seine Geschichte ab.</translation>
    </message>
    <message>
        <source>hidden_size must be greater than zero: give the layer at least one unit.</source>
        <translation>hidden_size must be greater than zero: Geben Sie der Schicht mindestens eine Einheit.</translation>
    </message>
    <message>
        <source>Received an invalid value for argument `units`, expected a positive integer, got units=%1: give the layer at least one unit.</source>
        <translation>Received an invalid value for argument `units`, expected a positive integer, got units=%1: Geben Sie der Schicht mindestens eine Einheit.</translation>
    </message>
    <message>
        <source>num_layers must be greater than zero: give it at least one layer.</source>
        <translation>num_layers must be greater than zero: Geben Sie ihr mindestens eine Schicht.</translation>
    </message>
    <message>
        <source>A layer without numbers to read, or a batch without sequences, has nothing to show: choose at least 1.</source>
        <translation>Eine Schicht ohne Zahlen zum Lesen oder ein Batch ohne Folgen hat nichts zu zeigen: Wählen Sie mindestens 1.</translation>
    </message>
    <message>
        <source>Expected sequence length to be larger than 0 in RNN: give each sequence at least one step.</source>
        <translation>Expected sequence length to be larger than 0 in RNN: Geben Sie jeder Folge mindestens einen Schritt.</translation>
    </message>
    <message>
        <source>dropout should be a number in range [0, 1] representing the probability of an element being zeroed: choose one between 0 and 1.</source>
        <translation>dropout should be a number in range [0, 1] representing the probability of an element being zeroed: Wählen Sie eine Zahl zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>The lab draws sizes up to %1 and up to %2 layers.</source>
        <translation>Das Labor zeichnet Größen bis %1 und bis zu %2 Schichten.</translation>
    </message>
    <message>
        <source>dropout is added after all but the last layer, so with num_layers=1 it does nothing; PyTorch only warns.</source>
        <translation>Dropout kommt nach allen Schichten außer der letzten, tut mit num_layers=1 also nichts; PyTorch warnt nur.</translation>
    </message>
    <message>
        <source>stateful=True changes no shape, but fixes the batch: every batch has %1 sequences, and sequence i goes on where sequence i of the batch before ended.</source>
        <translation>stateful=True ändert keine Form, legt aber den Batch fest: Jeder Batch hat %1 Folgen, und Folge i geht dort weiter, wo Folge i des Batches davor endete.</translation>
    </message>
    <message>
        <source>go_backwards=True changes no shape, but the order: the first output belongs to the last input.</source>
        <translation>go_backwards=True ändert keine Form, aber die Reihenfolge: Die erste Ausgabe gehört zur letzten Eingabe.</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>1 + T</source>
        <translation>1 + T</translation>
    </message>
    <message>
        <source>1 + 2·T</source>
        <translation>1 + 2·T</translation>
    </message>
    <message>
        <source>2·T</source>
        <translation>2·T</translation>
    </message>
    <message>
        <source>Six matrices make 6·T products for T steps. With reset_after=False, how many are left when all is merged that can be?</source>
        <translation>Sechs Matrizen ergeben 6·T Produkte für T Schritte. Wie viele bleiben mit reset_after=False übrig, wenn alles zusammengelegt ist, was sich zusammenlegen lässt?</translation>
    </message>
    <message>
        <source>1 + 2·T: one for all inputs; at each step one for r and z, and then one for n, which multiplies r∘h and so waits for r.</source>
        <translation>1 + 2·T: eines für alle Eingaben; an jedem Schritt eines für r und z und dann eines für n, das r∘h multipliziert und deshalb auf r wartet.</translation>
    </message>
    <message>
        <source>Six matrices make 6·T products for T steps. How many are left when all is merged that can be?</source>
        <translation>Sechs Matrizen ergeben 6·T Produkte für T Schritte. Wie viele bleiben übrig, wenn alles zusammengelegt ist, was sich zusammenlegen lässt?</translation>
    </message>
    <message>
        <source>1 + T: all inputs are known at the start, so one product reads them all; each h comes out of the step before, so U multiplies it step by step.</source>
        <translation>1 + T: Alle Eingaben sind am Anfang bekannt, also liest sie ein Produkt alle; jedes h kommt aus dem Schritt davor, also multipliziert U es Schritt für Schritt.</translation>
    </message>
    <message>
        <source>What of x is known before the first step, and what of h?</source>
        <translation>Was von x ist vor dem ersten Schritt bekannt, und was von h?</translation>
    </message>
    <message>
        <source>All states at once cannot be: the state of step 2 comes out of step 1.</source>
        <translation>Alle Zustände auf einmal geht nicht: Der Zustand von Schritt 2 kommt aus Schritt 1.</translation>
    </message>
    <message>
        <source>One product a step gives U_n h; here U_n (r∘h) is asked, and r is not known yet.</source>
        <translation>Ein Produkt je Schritt ergibt U_n h; gefragt ist hier U_n (r∘h), und r ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Two a step is what stacking alone leaves; the inputs need not wait for their step.</source>
        <translation>Zwei je Schritt bleiben, wenn nur gestapelt wird; die Eingaben müssen nicht auf ihren Schritt warten.</translation>
    </message>
    <message>
        <source>Do the merged products give the same states?</source>
        <translation>Ergeben die zusammengelegten Produkte dieselben Zustände?</translation>
    </message>
    <message>
        <source>Other ones: the gates share a matrix now</source>
        <translation>Andere: Die Gates teilen sich jetzt eine Matrix</translation>
    </message>
    <message>
        <source>The same, apart from rounding</source>
        <translation>Dieselben, von der Rundung abgesehen</translation>
    </message>
    <message>
        <source>The same to the last bit, everywhere</source>
        <translation>Dieselben bis zum letzten Bit, überall</translation>
    </message>
    <message>
        <source>The same, apart from rounding: each number is the same sum of the same products. Here the states differ by at most %1 in single precision.</source>
        <translation>Dieselben, von der Rundung abgesehen: Jede Zahl ist dieselbe Summe derselben Produkte. Hier unterscheiden sich die Zustände in einfacher Genauigkeit höchstens um %1.</translation>
    </message>
    <message>
        <source>A row of a stacked matrix is a row of one of the six.</source>
        <translation>Eine Zeile einer gestapelten Matrix ist eine Zeile einer der sechs.</translation>
    </message>
    <message>
        <source>Stacked is not mixed: every row stays what it was and gives the number it gave.</source>
        <translation>Gestapelt ist nicht vermischt: Jede Zeile blieb, was sie war, und ergibt die Zahl, die sie ergab.</translation>
    </message>
    <message>
        <source>A product of another shape may add up in another order, on another machine in yet another; then the last bits differ. Here: by at most %1.</source>
        <translation>Ein Produkt anderer Form addiert vielleicht in anderer Reihenfolge, auf einer anderen Maschine in noch einer; dann unterscheiden sich die letzten Bits. Hier: höchstens um %1.</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>Es ist so</translation>
    </message>
    <message>
        <source>It is not so</source>
        <translation>Es ist nicht so</translation>
    </message>
    <message>
        <source>It depends</source>
        <translation>Es kommt darauf an</translation>
    </message>
    <message>
        <source>%1.lesson: there is no lesson &quot;%2&quot;.</source>
        <translation>%1.lesson: Eine Lektion „%2“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1.claim: no card of the lesson &quot;%2&quot; measures &quot;%3&quot;.</source>
        <translation>%1.claim: Keine Karte der Lektion „%2“ misst „%3“.</translation>
    </message>
    <message>
        <source>%1: line 1: a file of myths is a JSON list, [ … ].</source>
        <translation>%1: Zeile 1: Eine Datei mit Mythen ist eine JSON-Liste, [ … ].</translation>
    </message>
    <message>
        <source>%1.id: a row before it has &quot;%2&quot; too.</source>
        <translation>%1.id: Auch eine Zeile davor hat „%2“.</translation>
    </message>
    <message>
        <source>%1: line %2: %3</source>
        <translation>%1: Zeile %2: %3</translation>
    </message>
    <message>
        <source>Length of all samples has to be greater than 0, but found an element in &apos;lengths&apos; that is &lt;= 0</source>
        <translation>Length of all samples has to be greater than 0, but found an element in &apos;lengths&apos; that is &lt;= 0</translation>
    </message>
    <message>
        <source>`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability.</source>
        <translation>`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability.</translation>
    </message>
    <message>
        <source>Reads every step, as the mask asks. nn.GRU takes no mask at all.</source>
        <translation>Liest jeden Schritt, wie die Maske es verlangt. nn.GRU nimmt gar keine Maske.</translation>
    </message>
    <message>
        <source>nn.GRU takes no mask, and a PackedSequence needs at least one step of each sequence: %1 has none. Take it out of the batch.</source>
        <translation>nn.GRU nimmt keine Maske, und eine PackedSequence braucht mindestens einen Schritt jeder Folge: %1 hat keinen. Nehmen Sie sie aus dem Batch.</translation>
    </message>
    <message>
        <source>nn.GRU takes no mask, and packing says lengths alone: %1 has a masked step before one that is read. Move what is read to the front.</source>
        <translation>nn.GRU nimmt keine Maske, und Packen kennt nur Längen: %1 hat einen maskierten Schritt vor einem, der gelesen wird. Schieben Sie nach vorn, was gelesen wird.</translation>
    </message>
    <message>
        <source>nn.GRU takes no mask, but lengths say the same: pack_padded_sequence(x, lengths, enforce_sorted=False).</source>
        <translation>nn.GRU nimmt keine Maske, aber Längen sagen dasselbe: pack_padded_sequence(x, lengths, enforce_sorted=False).</translation>
    </message>
    <message>
        <source>Reads every step.</source>
        <translation>Liest jeden Schritt.</translation>
    </message>
    <message>
        <source>A masked step keeps the state and repeats the output before it; of %1 nothing is read, so its state stays the initial one.</source>
        <translation>Ein maskierter Schritt behält den Zustand und wiederholt die Ausgabe davor; von %1 wird nichts gelesen, also bleibt ihr Zustand der anfängliche.</translation>
    </message>
    <message>
        <source>A masked step keeps the state and repeats the output before it (zeros with zero_output_for_mask=True), wherever it stands.</source>
        <translation>Ein maskierter Schritt behält den Zustand und wiederholt die Ausgabe davor (Nullen mit zero_output_for_mask=True), wo immer er steht.</translation>
    </message>
    <message>
        <source>Can compute it, with tanh, sigmoid, biases, reset_after=True and without recurrent_dropout.</source>
        <translation>Kann es rechnen, mit tanh, sigmoid, Bias, reset_after=True und ohne recurrent_dropout.</translation>
    </message>
    <message>
        <source>On TensorFlow it can: the mask is right-padded. On PyTorch and JAX a mask means the loop.</source>
        <translation>Mit TensorFlow geht es: Die Maske ist rechts aufgefüllt. Mit PyTorch und JAX bedeutet eine Maske die Schleife.</translation>
    </message>
    <message>
        <source>Cannot: %1. With use_cudnn=&quot;auto&quot; the loop computes it, slower; use_cudnn=True is an error, and so may be a compiled graph.</source>
        <translation>Kann nicht: %1. Mit use_cudnn=&quot;auto&quot; rechnet es die Schleife, langsamer; use_cudnn=True ist ein Fehler, und ein kompilierter Graph vielleicht auch.</translation>
    </message>
    <message>
        <source>Cannot read the lessons: %1.</source>
        <translation>Die Lektionen lassen sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>another file has a lesson of this name or number.</source>
        <translation>eine andere Datei hat eine Lektion mit diesem Namen oder dieser Nummer.</translation>
    </message>
    <message>
        <source>lengths is empty.</source>
        <translation>lengths ist leer.</translation>
    </message>
    <message>
        <source>h0 has %1 numbers, expected one for each unit of a single layer.</source>
        <translation>h0 hat %1 Zahlen, erwartet wird eine für jede Einheit einer einzigen Schicht.</translation>
    </message>
    <message>
        <source>%1.%2: a card has no such field.</source>
        <translation>%1.%2: Ein solches Feld hat keine Karte.</translation>
    </message>
    <message>
        <source>.title is empty.</source>
        <translation>.title ist leer.</translation>
    </message>
    <message>
        <source>.text is empty.</source>
        <translation>.text ist leer.</translation>
    </message>
    <message>
        <source>.after: without a commitment there is nothing to wait for.</source>
        <translation>.after: Ohne Festlegung gibt es nichts abzuwarten.</translation>
    </message>
    <message>
        <source>.text: what looks like HTML would be lost: write no &quot;&lt;&quot; and no &quot;&amp;&quot;.</source>
        <translation>.text: Was wie HTML aussieht, ginge verloren: Schreiben Sie kein &quot;&lt;&quot; und kein &quot;&amp;&quot;.</translation>
    </message>
    <message>
        <source>.text: a picture without a word in its brackets would be lost: write ![formula](formula:NAME).</source>
        <translation>.text: Ein Bild ohne ein Wort in den Klammern ginge verloren: Schreiben Sie ![formula](formula:NAME).</translation>
    </message>
    <message>
        <source>.text: there is no formula &quot;%1&quot;.</source>
        <translation>.text: Eine Formel „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>.place: there is no part &quot;%1&quot;.</source>
        <translation>.place: Einen Teil „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>.before: without a commitment there is nothing to wait for.</source>
        <translation>.before: Ohne Festlegung gibt es nichts abzuwarten.</translation>
    </message>
    <message>
        <source>.highlight: the equations of this cell have no letter &quot;%1&quot;.</source>
        <translation>.highlight: Die Gleichungen dieser Zelle haben keinen Buchstaben „%1“.</translation>
    </message>
    <message>
        <source>.controls: there is no slider &quot;%1&quot;.</source>
        <translation>.controls: Einen Regler „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>.evidence: there is no claim &quot;%1&quot;.</source>
        <translation>.evidence: Eine Behauptung „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>.deed is done before anybody has done anything.</source>
        <translation>.deed ist getan, bevor jemand etwas getan hat.</translation>
    </message>
    <message>
        <source>evidence: there is no claim &quot;%1&quot;.</source>
        <translation>evidence: Eine Behauptung „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>cards: a lesson has 5 to 12 cards, this one %1.</source>
        <translation>cards: Eine Lektion hat 5 bis 12 Karten, diese %1.</translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The size is right, the sign is not.</source>
        <translation>Die Größe stimmt, das Vorzeichen nicht.</translation>
    </message>
    <message>
        <source>That would be it in percent; a plain number is asked.</source>
        <translation>Das wäre es in Prozent; gefragt ist eine einfache Zahl.</translation>
    </message>
    <message>
        <source>That is no number to me. Type digits, such as 0.75, 3/4 or 2e-3.</source>
        <translation>Das ist für mich keine Zahl. Tippen Sie Ziffern, etwa 0.75, 3/4 oder 2e-3.</translation>
    </message>
    <message>
        <source>Do you mean %1 or %2? Type it without a comma or point between thousands.</source>
        <translation>Meinen Sie %1 oder %2? Tippen Sie es ohne Komma oder Punkt zwischen den Tausendern.</translation>
    </message>
    <message>
        <source>Type letters from A to %1.</source>
        <translation>Tippen Sie Buchstaben von A bis %1.</translation>
    </message>
    <message>
        <source>Exactly one is right: type one letter from A to %1.</source>
        <translation>Genau eine ist richtig: Tippen Sie einen Buchstaben von A bis %1.</translation>
    </message>
    <message>
        <source>Type every letter from A to %1 once, in the right order.</source>
        <translation>Tippen Sie jeden Buchstaben von A bis %1 einmal, in der richtigen Reihenfolge.</translation>
    </message>
    <message>
        <source>Type the name of a part: inputs, reset, update, candidate or blend.</source>
        <translation>Tippen Sie den Namen eines Teils: inputs, reset, update, candidate oder blend.</translation>
    </message>
    <message>
        <source>Type the number of a step, counted from 0.</source>
        <translation>Tippen Sie die Nummer eines Schritts, gezählt ab 0.</translation>
    </message>
    <message>
        <source>Type the number of a unit, counted from 0.</source>
        <translation>Tippen Sie die Nummer einer Einheit, gezählt ab 0.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Type sizes, such as (4, 7, 3).</source>
        <translation>Tippen Sie Größen, etwa (4, 7, 3).</translation>
    </message>
    <message>
        <source>%1 of unit %2 became %3.</source>
        <translation>%1 von Einheit %2 wurde %3.</translation>
    </message>
    <message>
        <source>How far will the %1 (%2) of unit %3 open?</source>
        <translation>Wie weit öffnet sich in Einheit %3: %1 (%2)?</translation>
    </message>
    <message>
        <source>0 to ¼</source>
        <translation>0 bis ¼</translation>
    </message>
    <message>
        <source>¼ to ½</source>
        <translation>¼ bis ½</translation>
    </message>
    <message>
        <source>½ to ¾</source>
        <translation>½ bis ¾</translation>
    </message>
    <message>
        <source>¾ to 1</source>
        <translation>¾ bis 1</translation>
    </message>
    <message>
        <source>Which sign will the %1 (%2) of unit %3 have?</source>
        <translation>Welches Vorzeichen hat in Einheit %3: %1 (%2)?</translation>
    </message>
    <message>
        <source>negative: under −⅓</source>
        <translation>negativ: unter −⅓</translation>
    </message>
    <message>
        <source>near 0: −⅓ to ⅓</source>
        <translation>nahe 0: −⅓ bis ⅓</translation>
    </message>
    <message>
        <source>positive: over ⅓</source>
        <translation>positiv: über ⅓</translation>
    </message>
    <message>
        <source>Where will the %1 (%2) of unit %3 go from here?</source>
        <translation>Wohin geht in Einheit %3 von hier aus: %1 (%2)?</translation>
    </message>
    <message>
        <source>down</source>
        <translation>abwärts</translation>
    </message>
    <message>
        <source>it stays, within 0.05</source>
        <translation>er bleibt, auf 0.05 genau</translation>
    </message>
    <message>
        <source>up</source>
        <translation>aufwärts</translation>
    </message>
    <message>
        <source>Which letter will it say next?</source>
        <translation>Welchen Buchstaben sagt es als nächsten?</translation>
    </message>
    <message>
        <source>It says %1, with a probability of %2.</source>
        <translation>Es sagt %1, mit einer Wahrscheinlichkeit von %2.</translation>
    </message>
    <message>
        <source>misconceptions: option %1, &quot;%2&quot;, has no reason.</source>
        <translation>misconceptions: Option %1, „%2“, hat keine Begründung.</translation>
    </message>
    <message>
        <source>misconceptions: none; name at least one typical wrong answer and why it is wrong.</source>
        <translation>misconceptions: keine; nennen Sie mindestens eine typische falsche Antwort und warum sie falsch ist.</translation>
    </message>
    <message>
        <source>%1.answer is no answer to a question of the kind %2.</source>
        <translation>%1.answer ist keine Antwort auf eine Frage der Art %2.</translation>
    </message>
    <message>
        <source>%1.why is empty.</source>
        <translation>%1.why ist leer.</translation>
    </message>
    <message>
        <source>%1.answer would be marked right.</source>
        <translation>%1.answer würde als richtig gewertet.</translation>
    </message>
    <message>
        <source>options: a question of the kind %1 has none.</source>
        <translation>options: Eine Frage der Art %1 hat keine.</translation>
    </message>
    <message>
        <source>options: %1, expected at least 2.</source>
        <translation>options: %1, erwartet werden mindestens 2.</translation>
    </message>
    <message>
        <source>options: &quot;%1&quot; is empty or stands there twice.</source>
        <translation>options: „%1“ ist leer oder steht zweimal da.</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>id is empty.</source>
        <translation>id ist leer.</translation>
    </message>
    <message>
        <source>topic: there is no topic &quot;%1&quot;.</source>
        <translation>topic: Ein Thema „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>lesson is empty.</source>
        <translation>lesson ist leer.</translation>
    </message>
    <message>
        <source>text is empty.</source>
        <translation>text ist leer.</translation>
    </message>
    <message>
        <source>hint is empty.</source>
        <translation>hint ist leer.</translation>
    </message>
    <message>
        <source>answer is no answer to a question of the kind %1 with %2 options.</source>
        <translation>answer ist keine Antwort auf eine Frage der Art %1 mit %2 Optionen.</translation>
    </message>
    <message>
        <source>tolerance is no distance.</source>
        <translation>tolerance ist kein Abstand.</translation>
    </message>
    <message>
        <source>solution: its last step does not say the answer, %1.</source>
        <translation>solution: Der letzte Schritt sagt die Antwort nicht, %1.</translation>
    </message>
    <message>
        <source>%1: another file has a question of this id.</source>
        <translation>%1: Eine andere Datei hat eine Frage mit dieser Kennung.</translation>
    </message>
    <message>
        <source>%1: line 1: a file of questions is a JSON list, [ … ].</source>
        <translation>%1: Zeile 1: Eine Datei mit Fragen ist eine JSON-Liste, [ … ].</translation>
    </message>
    <message>
        <source>another question before it has this id.</source>
        <translation>eine andere Frage davor hat diese Kennung.</translation>
    </message>
    <message>
        <source>%1: line %2, question &quot;%3&quot;: %4</source>
        <translation>%1: Zeile %2, Frage „%3“: %4</translation>
    </message>
    <message>
        <source>Cannot read the folder %1: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>the network has no part &quot;%1&quot;.</source>
        <translation>das Netz hat keinen Teil „%1“.</translation>
    </message>
    <message>
        <source>.%1: there is no %1 %2, only 0 to %3.</source>
        <translation>.%1: %1 %2 gibt es nicht, nur 0 bis %3.</translation>
    </message>
    <message>
        <source>.direction: the network reads only forward.</source>
        <translation>.direction: Das Netz liest nur vorwärts.</translation>
    </message>
    <message>
        <source>Sequences, and why order matters</source>
        <translation>Folgen, und warum die Reihenfolge zählt</translation>
    </message>
    <message>
        <source>The loop, and how it forgets</source>
        <translation>Die Schleife, und wie sie vergisst</translation>
    </message>
    <message>
        <source>What each gate does</source>
        <translation>Was jedes Gate tut</translation>
    </message>
    <message>
        <source>The update gate: keep or overwrite</source>
        <translation>Das Update-Gate: behalten oder überschreiben</translation>
    </message>
    <message>
        <source>One step, number by number</source>
        <translation>Ein Schritt, Zahl für Zahl</translation>
    </message>
    <message>
        <source>How long a state lasts</source>
        <translation>Wie lange ein Zustand hält</translation>
    </message>
    <message>
        <source>How the gradient flows back</source>
        <translation>Wie der Gradient zurückfließt</translation>
    </message>
    <message>
        <source>Conventions that differ</source>
        <translation>Konventionen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>nn.GRU: parameters and constructor</source>
        <translation>nn.GRU: Parameter und Konstruktor</translation>
    </message>
    <message>
        <source>output and h_n</source>
        <translation>output und h_n</translation>
    </message>
    <message>
        <source>Where the batch axis goes</source>
        <translation>Wohin die Batch-Achse gehört</translation>
    </message>
    <message>
        <source>Padding, packing, lengths</source>
        <translation>Padding, Packen, Längen</translation>
    </message>
    <message>
        <source>Reading both ways</source>
        <translation>In beide Richtungen lesen</translation>
    </message>
    <message>
        <source>Layers on layers</source>
        <translation>Schichten auf Schichten</translation>
    </message>
    <message>
        <source>RNN, GRU and LSTM</source>
        <translation>RNN, GRU und LSTM</translation>
    </message>
    <message>
        <source>How many units</source>
        <translation>Wie viele Einheiten</translation>
    </message>
    <message>
        <source>Dropout and its relatives</source>
        <translation>Dropout und seine Verwandten</translation>
    </message>
    <message>
        <source>Keras&apos; cell and what it answers</source>
        <translation>Keras’ Zelle und was sie antwortet</translation>
    </message>
    <message>
        <source>States across batches</source>
        <translation>Zustände über Batches hinweg</translation>
    </message>
    <message>
        <source>%1.%2: a translation has no such field.</source>
        <translation>%1.%2: Ein solches Feld hat keine Übersetzung.</translation>
    </message>
    <message>
        <source>name: there is no lesson &quot;%1&quot;.</source>
        <translation>name: Eine Lektion „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>cards: the lesson has %1 cards, its translation %2.</source>
        <translation>cards: Die Lektion hat %1 Karten, ihre Übersetzung %2.</translation>
    </message>
    <message>
        <source>%1.id: there is no &quot;%2&quot; to be translated.</source>
        <translation>%1.id: „%2“ gibt es nicht, also ist nichts zu übersetzen.</translation>
    </message>
    <message>
        <source>%1.%2</source>
        <translation>%1.%2</translation>
    </message>
    <message>
        <source>%1: line 1: a translation is a JSON list, [ … ].</source>
        <translation>%1: Zeile 1: Eine Übersetzung ist eine JSON-Liste, [ … ].</translation>
    </message>
    <message>
        <source>Expected `len(lengths)` to be equal to batch_size, but got %1 (batch_size=%2): give one length for each sequence.</source>
        <translation>Expected `len(lengths)` to be equal to batch_size, but got %1 (batch_size=%2): Geben Sie für jede Folge eine Länge an.</translation>
    </message>
    <message>
        <source>Length of all samples has to be greater than 0, but found an element in &apos;lengths&apos; that is &lt;= 0: sequence %1 has length %2, give it at least one step.</source>
        <translation>Length of all samples has to be greater than 0, but found an element in &apos;lengths&apos; that is &lt;= 0: Folge %1 hat die Länge %2, geben Sie ihr mindestens einen Schritt.</translation>
    </message>
    <message>
        <source>Sequence %1 has length %2, but x has only %3 steps: shorten the length, or pad x.</source>
        <translation>Folge %1 hat die Länge %2, x hat aber nur %3 Schritte: Kürzen Sie die Länge oder füllen Sie x auf.</translation>
    </message>
    <message>
        <source>Expected %1 size (%2, %3, %4), got [%5, %6, %7]: one row of units for each layer and direction, and each sequence.</source>
        <translation>Expected %1 size (%2, %3, %4), got [%5, %6, %7]: eine Zeile von Einheiten für jede Schicht und Richtung und jede Folge.</translation>
    </message>
    <message>
        <source>%1[%2] holds a number that is not finite: replace each nan and infinity.</source>
        <translation>%1[%2] enthält eine Zahl, die nicht endlich ist: Ersetzen Sie jedes nan und jedes Unendlich.</translation>
    </message>
    <message>
        <source>x is not finite at step %1 of sequence %2, value %3: replace it by a number.</source>
        <translation>x ist an Schritt %1 der Folge %2, Wert %3, nicht endlich: Ersetzen Sie ihn durch eine Zahl.</translation>
    </message>
    <message>
        <source>The batch has %1 sequences, but embedding rows for %2: give one list for each.</source>
        <translation>Der Batch hat %1 Folgen, aber Embedding-Zeilen für %2: Geben Sie für jede eine Liste an.</translation>
    </message>
    <message>
        <source>Sequence %1 has %2 steps, but only %3 embedding rows: give one for each step.</source>
        <translation>Folge %1 hat %2 Schritte, aber nur %3 Embedding-Zeilen: Geben Sie für jeden Schritt eine an.</translation>
    </message>
    <message>
        <source>index out of range in self: sequence %1 asks for row %2 of an embedding with %3 rows.</source>
        <translation>index out of range in self: Folge %1 verlangt Zeile %2 eines Embeddings mit %3 Zeilen.</translation>
    </message>
    <message>
        <source>The batch has no sequence: give the network at least one to read.</source>
        <translation>Der Batch hat keine Folge: Geben Sie dem Netz mindestens eine zum Lesen.</translation>
    </message>
    <message>
        <source>input.size(-1) must be equal to input_size. Expected %1, got %2: give each step %1 numbers, or set input_size to %2.</source>
        <translation>input.size(-1) must be equal to input_size. Expected %1, got %2: Geben Sie jedem Schritt %1 Zahlen, oder setzen Sie input_size auf %2.</translation>
    </message>
    <message>
        <source>A record of %1 steps of %2 sequences would not fit in memory: give the network fewer steps or sequences, or fewer units.</source>
        <translation>Eine Aufzeichnung von %1 Schritten von %2 Folgen passte nicht in den Speicher: Geben Sie dem Netz weniger Schritte, Folgen oder Einheiten.</translation>
    </message>
    <message>
        <source>c0 is given, but a %1 has no cell state: remove it.</source>
        <translation>c0 ist gegeben, aber ein %1 hat keinen Zellzustand: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>reset gate</source>
        <translation>Reset-Gate</translation>
    </message>
    <message>
        <source>update gate</source>
        <translation>Update-Gate</translation>
    </message>
    <message>
        <source>the past</source>
        <translation>Vergangenheit</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>Input-Gate</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>Forget-Gate</translation>
    </message>
    <message>
        <source>output gate</source>
        <translation>Output-Gate</translation>
    </message>
    <message>
        <source>cell state</source>
        <translation>Zellzustand</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>forget</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Input</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>No weights can do this: layer normalisation takes U h as a whole, which a reset before the product does not leave.</source>
        <translation>Das können keine Gewichte: Die Schichtnormalisierung nimmt U h als Ganzes, das ein Reset vor dem Produkt nicht übrig lässt.</translation>
    </message>
    <message>
        <source>No weights can do this: in weight_hh%1 the candidate of unit %2 also reads unit %3, and then r∘(U h), where a unit&apos;s gate closes all that this unit hears, is not U (r∘h), where it closes what the unit tells the others; train the network anew with the other reset.</source>
        <translation>Das können keine Gewichte: In weight_hh%1 liest der Kandidat von Einheit %2 auch Einheit %3, und dann ist r∘(U h), wo das Gate einer Einheit alles verschließt, was diese hört, nicht U (r∘h), wo es verschließt, was die Einheit den anderen sagt; trainieren Sie das Netz mit dem anderen Reset neu.</translation>
    </message>
    <message>
        <source>No weights can do this: in bias_hh%1 the candidate&apos;s b_hn of unit %2 is not 0, and with the reset after the product r also scales this bias, r∘(U h + b_hn), which a reset before the product cannot do; train the network anew with the other reset.</source>
        <translation>Das können keine Gewichte: In bias_hh%1 ist b_hn des Kandidaten von Einheit %2 nicht 0, und mit dem Reset nach dem Produkt skaliert r auch diesen Bias, r∘(U h + b_hn), was ein Reset vor dem Produkt nicht kann; trainieren Sie das Netz mit dem anderen Reset neu.</translation>
    </message>
    <message>
        <source>The candidate&apos;s two biases cannot become one: b_hn in bias_hh%1 is not 0 for unit %2, and it stands inside the reset, r∘(U h + b_hn), while b_in stands outside.</source>
        <translation>Die beiden Bias des Kandidaten können nicht einer werden: b_hn in bias_hh%1 ist für Einheit %2 nicht 0 und steht innerhalb des Resets, r∘(U h + b_hn), während b_in außerhalb steht.</translation>
    </message>
    <message>
        <source>A Keras GRU&apos;s recurrent_kernel is [H, 3·H], here it is %1.</source>
        <translation>Der recurrent_kernel eines Keras-GRU ist [H, 3·H], hier ist er %1.</translation>
    </message>
    <message>
        <source>The kernel of a Keras GRU with %1 units is [inputs, %2], here it is %3.</source>
        <translation>Der kernel eines Keras-GRU mit %1 Einheiten ist [Eingänge, %2], hier ist er %3.</translation>
    </message>
    <message>
        <source>With reset_after=%1 the bias of a Keras GRU with %2 units is [%3, %4], here it is %5.</source>
        <translation>Mit reset_after=%1 ist der Bias eines Keras-GRU mit %2 Einheiten [%3, %4], hier ist er %5.</translation>
    </message>
    <message>
        <source>There are %1 masks for %2, expected %3: one for each layer and direction, or none.</source>
        <translation>Es gibt %1 Masken für %2, erwartet werden %3: eine für jede Schicht und Richtung, oder keine.</translation>
    </message>
    <message>
        <source>Mask %1 for %2 has shape %3, expected %4.</source>
        <translation>Maske %1 für %2 hat die Form %3, erwartet wird %4.</translation>
    </message>
    <message>
        <source>Mask %1 for %2 holds a number that is not finite.</source>
        <translation>Maske %1 für %2 enthält eine Zahl, die nicht endlich ist.</translation>
    </message>
    <message>
        <source>dropout %1 should be a number in range [0, 1) representing the probability of an element being zeroed, not %2.</source>
        <translation>dropout %1 should be a number in range [0, 1) representing the probability of an element being zeroed, nicht %2.</translation>
    </message>
    <message>
        <source>There are %1 masks between layers, expected %2: one after each layer but the last, or none.</source>
        <translation>Es gibt %1 Masken zwischen Schichten, erwartet werden %2: eine nach jeder Schicht außer der letzten, oder keine.</translation>
    </message>
    <message>
        <source>A mask between layers is not %1 steps of %2 sequences with %3 finite numbers.</source>
        <translation>Eine Maske zwischen Schichten ist nicht %1 Schritte von %2 Folgen mit %3 endlichen Zahlen.</translation>
    </message>
    <message>
        <source>An RNN has no gate that keeps its state: choose a GRU or an LSTM.</source>
        <translation>Ein RNN hat kein Gate, das seinen Zustand behält: Wählen Sie ein GRU oder ein LSTM.</translation>
    </message>
    <message>
        <source>This network has no biases to set: give it biases.</source>
        <translation>Dieses Netz hat keine Bias, die sich setzen ließen: Geben Sie ihm welche.</translation>
    </message>
    <message>
        <source>The bias of a gate must be a number.</source>
        <translation>Der Bias eines Gates muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>Only a GRU has a reset gate that could be pinned.</source>
        <translation>Nur ein GRU hat ein Reset-Gate, das sich festhalten ließe.</translation>
    </message>
    <message>
        <source>The network has no biases: give it some to pin its reset gate.</source>
        <translation>Das Netz hat keine Bias: Geben Sie ihm welche, um sein Reset-Gate festzuhalten.</translation>
    </message>
    <message>
        <source>Expected input batch_size (%1) to match target batch_size (%2): give one list of classes for each sequence.</source>
        <translation>Expected input batch_size (%1) to match target batch_size (%2): Geben Sie für jede Folge eine Liste von Klassen an.</translation>
    </message>
    <message>
        <source>Sequence %1 has %2 steps but only %3 classes: give one for each step, -1 for no loss.</source>
        <translation>Folge %1 hat %2 Schritte, aber nur %3 Klassen: Geben Sie für jeden Schritt eine an, -1 für keinen Verlust.</translation>
    </message>
    <message>
        <source>Target %1 is out of bounds: step %2 of sequence %3 may have a class 0 to %4, or -1 for no loss.</source>
        <translation>Target %1 is out of bounds: Schritt %2 der Folge %3 darf eine Klasse 0 bis %4 haben, oder -1 für keinen Verlust.</translation>
    </message>
    <message>
        <source>A decoder writes symbols: watch the cross entropy of the sequence that it should write.</source>
        <translation>Ein Decoder schreibt Zeichen: Beobachten Sie die Kreuzentropie der Folge, die er schreiben soll.</translation>
    </message>
    <message>
        <source>Sequence %1 has nothing to be written: give it at least one class.</source>
        <translation>Folge %1 hat nichts zu schreiben: Geben Sie ihr mindestens eine Klasse.</translation>
    </message>
    <message>
        <source>The loss of step %1 is watched, but the steps are 0 to %2: watch one of these.</source>
        <translation>Beobachtet wird der Verlust von Schritt %1, die Schritte sind aber 0 bis %2: Beobachten Sie einen davon.</translation>
    </message>
    <message>
        <source>Using a target size %1 that is different to the input size %2: give one target for each output of the head at each step of each sequence.</source>
        <translation>Using a target size %1 that is different to the input size %2: Geben Sie an jedem Schritt jeder Folge ein Ziel für jede Ausgabe des Kopfes an.</translation>
    </message>
    <message>
        <source>A target at step %1 of sequence %2 is not finite: replace it by a number.</source>
        <translation>Ein Ziel an Schritt %1 der Folge %2 ist nicht endlich: Ersetzen Sie es durch eine Zahl.</translation>
    </message>
    <message>
        <source>A target at step %1 of sequence %2 is not between 0 and 1: binary cross-entropy wants a probability for each output.</source>
        <translation>Ein Ziel an Schritt %1 der Folge %2 liegt nicht zwischen 0 und 1: Die binäre Kreuzentropie will eine Wahrscheinlichkeit für jede Ausgabe.</translation>
    </message>
    <message>
        <source>A loss against targets needs a head: give the network one, or watch the sum of its outputs.</source>
        <translation>Ein Verlust gegen Ziele braucht einen Kopf: Geben Sie dem Netz einen, oder beobachten Sie die Summe seiner Ausgaben.</translation>
    </message>
    <message>
        <source>padding row</source>
        <translation>Padding-Zeile</translation>
    </message>
    <message>
        <source>hard sigmoid</source>
        <translation>Hard-Sigmoid</translation>
    </message>
    <message>
        <source>relu</source>
        <translation>relu</translation>
    </message>
    <message>
        <source>layer normalisation</source>
        <translation>Schichtnormalisierung</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>The parameters have %1 layers and directions, but the network has %2: give each its own weights.</source>
        <translation>Die Parameter haben %1 Schichten und Richtungen, das Netz aber %2: Geben Sie jeder eigene Gewichte.</translation>
    </message>
    <message>
        <source>head.weight is given, but the network has no head: remove it.</source>
        <translation>head.weight ist gegeben, aber das Netz hat keinen Kopf: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>head.weight is missing: a network with %1 head outputs needs it.</source>
        <translation>head.weight fehlt: Ein Netz mit %1 Ausgaben des Kopfes braucht es.</translation>
    </message>
    <message>
        <source>embedding.weight is given, but the network has no embedding: remove it.</source>
        <translation>embedding.weight ist gegeben, aber das Netz hat kein Embedding: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>embedding.weight is missing: a network with %1 embedding rows needs it.</source>
        <translation>embedding.weight fehlt: Ein Netz mit %1 Embedding-Zeilen braucht es.</translation>
    </message>
    <message>
        <source>attention.weight is given, but the network has no attention: remove it.</source>
        <translation>attention.weight ist gegeben, aber das Netz hat keine Attention: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>attention.weight is missing: a head that reads by attention needs it.</source>
        <translation>attention.weight fehlt: Ein Kopf, der durch Attention liest, braucht es.</translation>
    </message>
    <message>
        <source>The parameters have %1 layers of a decoder, but the network has %2: give each its own weights.</source>
        <translation>Die Parameter haben %1 Schichten eines Decoders, das Netz aber %2: Geben Sie jeder eigene Gewichte.</translation>
    </message>
    <message>
        <source>%1 has shape %2, expected %3: give it one number for each of these places.</source>
        <translation>%1 hat die Form %2, erwartet wird %3: Geben Sie ihm eine Zahl für jede dieser Stellen.</translation>
    </message>
    <message>
        <source>%1 holds a number that is not finite: replace each nan and infinity.</source>
        <translation>%1 enthält eine Zahl, die nicht endlich ist: Ersetzen Sie jedes nan und jedes Unendlich.</translation>
    </message>
    <message>
        <source>Nothing called %1 (%2) can be held in this %3, only %4.</source>
        <translation>%1 (%2) lässt sich in diesem %3 nicht festhalten, nur %4.</translation>
    </message>
    <message>
        <source>There is no layer %1; there are %2, counted from 0.</source>
        <translation>Eine Schicht %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>The network reads only forwards: nothing of a backward direction can be held.</source>
        <translation>Das Netz liest nur vorwärts: Von einer Rückwärtsrichtung lässt sich nichts festhalten.</translation>
    </message>
    <message>
        <source>There is no unit %1; there are %2, counted from 0.</source>
        <translation>Eine Einheit %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>There is no sequence %1; there are %2, counted from 0.</source>
        <translation>Eine Folge %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>There is no sequence in which something could be held.</source>
        <translation>Es gibt keine Folge, in der sich etwas festhalten ließe.</translation>
    </message>
    <message>
        <source>Steps %1 to %2 cannot be held, there are only 0 to %3.</source>
        <translation>Die Schritte %1 bis %2 lassen sich nicht festhalten, es gibt nur 0 bis %3.</translation>
    </message>
    <message>
        <source>Steps %1 to %2 are none: the last one must not be before the first.</source>
        <translation>Schritte %1 bis %2 sind keine: Der letzte darf nicht vor dem ersten liegen.</translation>
    </message>
    <message>
        <source>The %1 cannot be held at what is not a finite number.</source>
        <translation>%1 lässt sich nicht auf etwas festhalten, das keine endliche Zahl ist.</translation>
    </message>
    <message>
        <source>The %1 cannot be held at %2: it lies between %3 and 1.</source>
        <translation>%1 lässt sich nicht auf %2 festhalten: Der Wert liegt zwischen %3 und 1.</translation>
    </message>
    <message>
        <source>pins[%1] holds the %3 of unit %4 at step %5 at %6 and pins[%2] at %7: keep one of them.</source>
        <translation>pins[%1] hält %3 von Einheit %4 an Schritt %5 auf %6 fest und pins[%2] auf %7: Behalten Sie eines davon.</translation>
    </message>
    <message>
        <source>Nothing can be held in a network with a decoder: remove the pins, or the decoder.</source>
        <translation>In einem Netz mit Decoder lässt sich nichts festhalten: Lösen Sie die festgehaltenen Werte oder nehmen Sie den Decoder weg.</translation>
    </message>
    <message>
        <source>%1 is no share of the weights: choose 0 to prune none, 1 to prune all, or a number between.</source>
        <translation>%1 ist kein Anteil der Gewichte: Wählen Sie 0, um keines zu streichen, 1 für alle oder eine Zahl dazwischen.</translation>
    </message>
    <message>
        <source>%1 holds a weight of size %2, which no float holds: use smaller weights.</source>
        <translation>%1 enthält ein Gewicht der Größe %2, das in keinen float passt: Nehmen Sie kleinere Gewichte.</translation>
    </message>
    <message>
        <source>padding_idx is %1, but the embedding has %2 rows: choose one of these rows, or -1 for none.</source>
        <translation>padding_idx ist %1, das Embedding hat aber %2 Zeilen: Wählen Sie eine davon, oder -1 für keine.</translation>
    </message>
    <message>
        <source>Layer normalisation is defined for a GRU here, not for an %1: choose a GRU, or no normalisation.</source>
        <translation>Schichtnormalisierung gibt es hier für ein GRU, nicht für ein %1: Wählen Sie ein GRU oder keine Normalisierung.</translation>
    </message>
    <message>
        <source>Layer normalisation takes U h as a whole, but with the reset before the product the candidate reads U (r∘h): choose the reset after the product, or no normalisation.</source>
        <translation>Die Schichtnormalisierung nimmt U h als Ganzes, aber mit dem Reset vor dem Produkt liest der Kandidat U (r∘h): Wählen Sie den Reset nach dem Produkt oder keine Normalisierung.</translation>
    </message>
    <message>
        <source>Attention gathers what the head reads: give the network a head, or no attention.</source>
        <translation>Attention sammelt, was der Kopf liest: Geben Sie dem Netz einen Kopf oder keine Attention.</translation>
    </message>
    <message>
        <source>A decoder writes with the head: give the network one, or no decoder.</source>
        <translation>Ein Decoder schreibt mit dem Kopf: Geben Sie dem Netz einen oder keinen Decoder.</translation>
    </message>
    <message>
        <source>A decoder writes forwards, so it cannot begin with states of both directions: choose one direction, or no decoder.</source>
        <translation>Ein Decoder schreibt vorwärts, kann also nicht mit Zuständen beider Richtungen beginnen: Wählen Sie eine Richtung oder keinen Decoder.</translation>
    </message>
    <message>
        <source>A decoder&apos;s head reads the decoder at every step: choose either attention or a decoder.</source>
        <translation>Der Kopf eines Decoders liest den Decoder an jedem Schritt: Wählen Sie entweder Attention oder einen Decoder.</translation>
    </message>
    <message>
        <source>hidden_size must be greater than zero: give the %1 at least one unit.</source>
        <translation>hidden_size must be greater than zero: Geben Sie mindestens eine Einheit (%1).</translation>
    </message>
    <message>
        <source>num_layers must be greater than zero: give the %1 at least one layer.</source>
        <translation>num_layers must be greater than zero: Geben Sie mindestens eine Schicht (%1).</translation>
    </message>
    <message>
        <source>input_size must be greater than zero: give the %1 at least one number to read at each step.</source>
        <translation>input_size must be greater than zero: Geben Sie je Schritt mindestens eine Zahl zu lesen (%1).</translation>
    </message>
    <message>
        <source>num_layers is %1: Gatescope takes at most %2 layers.</source>
        <translation>num_layers ist %1: Gatescope nimmt höchstens %2 Schichten.</translation>
    </message>
    <message>
        <source>The head cannot have %1 outputs: give it at least one, or 0 for no head.</source>
        <translation>Der Kopf kann keine %1 Ausgaben haben: Geben Sie ihm mindestens eine, oder 0 für keinen Kopf.</translation>
    </message>
    <message>
        <source>The embedding cannot have %1 rows: give it at least one, or 0 for no embedding.</source>
        <translation>Das Embedding kann keine %1 Zeilen haben: Geben Sie ihm mindestens eine, oder 0 für kein Embedding.</translation>
    </message>
    <message>
        <source>This network would have more than %1 million parameters, the most that Gatescope takes: choose a smaller hidden_size, input_size or num_layers, or a smaller head or embedding.</source>
        <translation>Dieses Netz hätte mehr als %1 Millionen Parameter, mehr als Gatescope nimmt: Wählen Sie kleinere hidden_size, input_size oder num_layers, oder einen kleineren Kopf oder ein kleineres Embedding.</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Addieren</translation>
    </message>
    <message>
        <source>Each step shows a value and a mark; two values are marked, one in each half. At the last step the network says their sum: it has to keep the first through everything after it.</source>
        <translation>Jeder Schritt zeigt einen Wert und eine Marke; zwei Werte sind markiert, einer in jeder Hälfte. Am letzten Schritt sagt das Netz ihre Summe: Es muss den ersten durch alles hindurch behalten, was danach kommt.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>bag of words</source>
        <translation>Wörter ohne Reihenfolge</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>Klammern</translation>
    </message>
    <message>
        <source>Words of opening and closing brackets in pairs. After each one the network says what may come next: closing only while one is open, the end only when none is. It has to count.</source>
        <translation>Wörter aus öffnenden und schließenden Klammern in Paaren. Nach jeder sagt das Netz, was als Nächstes kommen darf: eine schließende nur, solange eine offen ist, das Ende nur, wenn keine offen ist. Es muss zählen.</translation>
    </message>
    <message>
        <source>brackets at most</source>
        <translation>Klammern höchstens</translation>
    </message>
    <message>
        <source>As many b as a</source>
        <translation>So viele b wie a</translation>
    </message>
    <message>
        <source>Words of some a and then as many b. After each letter the network says what may come next; while it reads b it has to count down, and a longer word than it trained on shows how far it can count.</source>
        <translation>Wörter aus einigen a und dann ebenso vielen b. Nach jedem Buchstaben sagt das Netz, was als Nächstes kommen darf; während es b liest, muss es herunterzählen, und ein längeres Wort als im Training zeigt, wie weit es zählen kann.</translation>
    </message>
    <message>
        <source>letters at most</source>
        <translation>Buchstaben höchstens</translation>
    </message>
    <message>
        <source>Context switch</source>
        <translation>Umschalten</translation>
    </message>
    <message>
        <source>Three sums of what has been read since the last switch sign, and a cue from the first step that has to outlive every switch. Four units are enough with a reset gate, and too few without.</source>
        <translation>Drei Summen dessen, was seit dem letzten Umschaltzeichen gelesen wurde, und ein Zeichen vom ersten Schritt, das jedes Umschalten überdauern muss. Vier Einheiten reichen mit einem Reset-Gate, ohne sind es zu wenige.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Four letters, a pause, a go sign: then the network says the letters again, in order. Several things have to be kept apart at once, which is hard for every gated network.</source>
        <translation>Vier Buchstaben, eine Pause, ein Startzeichen: Dann sagt das Netz die Buchstaben noch einmal, der Reihe nach. Mehreres ist zugleich auseinanderzuhalten, und das fällt jedem Netz mit Gates schwer.</translation>
    </message>
    <message>
        <source>steps of pause</source>
        <translation>Schritte Pause</translation>
    </message>
    <message>
        <source>Delayed recall</source>
        <translation>Spätes Erinnern</translation>
    </message>
    <message>
        <source>The first step shows one of four cues, all others show noise. At the last step the network names the cue: it learns to hold one thing and to let nothing else in.</source>
        <translation>Der erste Schritt zeigt eines von vier Zeichen, alle anderen zeigen Rauschen. Am letzten Schritt nennt das Netz das Zeichen: Es lernt, eines zu behalten und sonst nichts einzulassen.</translation>
    </message>
    <message>
        <source>mean change</source>
        <translation>mittlere Änderung</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>persistence</source>
        <translation>Persistenz</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>Mackey-Glass</source>
        <translation>Mackey-Glass</translation>
    </message>
    <message>
        <source>A chaotic series from an equation with a delay, seen every 6 units of time. At each step the network says the next value; windows of its last fifth are held out.</source>
        <translation>Eine chaotische Reihe aus einer Gleichung mit Verzögerung, alle 6 Zeiteinheiten gesehen. An jedem Schritt sagt das Netz den nächsten Wert; Ausschnitte aus dem letzten Fünftel werden zurückgehalten.</translation>
    </message>
    <message>
        <source>unigram</source>
        <translation>Unigramm</translation>
    </message>
    <message>
        <source>bigram</source>
        <translation>Bigramm</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>Parität</translation>
    </message>
    <message>
        <source>The network reads bits and says at each step whether it has seen an odd number of ones: one bit of memory that every one turns over. A plain RNN learns it too.</source>
        <translation>Das Netz liest Bits und sagt an jedem Schritt, ob es eine ungerade Zahl von Einsen gesehen hat: ein Bit Gedächtnis, das jede Eins umdreht. Auch ein einfaches RNN lernt es.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: this is no plain text; give a text file in UTF-8.</source>
        <translation>%1, Zeile %2, Spalte %3: Das ist kein reiner Text; geben Sie eine Textdatei in UTF-8 an.</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>An encoder reads letters and hands over nothing but its last state; a decoder writes the letters backwards. All that is to be said has to pass through that one state.</source>
        <translation>Ein Encoder liest Buchstaben und reicht nichts weiter als seinen letzten Zustand; ein Decoder schreibt die Buchstaben rückwärts. Alles, was zu sagen ist, muss durch diesen einen Zustand.</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Line %1 has %2 cells, expected a sentence, &quot;positive&quot; or &quot;negative&quot;, and maybe a template.</source>
        <translation>Zeile %1 hat %2 Zellen, erwartet werden ein Satz, &quot;positive&quot; oder &quot;negative&quot; und vielleicht eine Vorlage.</translation>
    </message>
    <message>
        <source>Line %1, column 2: expected positive or negative, got &quot;%2&quot;.</source>
        <translation>Zeile %1, Spalte 2: erwartet wird positive oder negative, dort steht „%2“.</translation>
    </message>
    <message>
        <source>Line %1, column 1: the sentence has %2 words, expected 1 to %3.</source>
        <translation>Zeile %1, Spalte 1: Der Satz hat %2 Wörter, erwartet werden 1 bis %3.</translation>
    </message>
    <message>
        <source>There are more than %1 sentences, the most that are taken: leave some out.</source>
        <translation>Es sind mehr als %1 Sätze, mehr werden nicht genommen: Lassen Sie welche weg.</translation>
    </message>
    <message>
        <source>There are %1 sentences below the line of names, expected at least %2.</source>
        <translation>Unter der Zeile mit den Namen stehen %1 Sätze, erwartet werden mindestens %2.</translation>
    </message>
    <message>
        <source>%1: all sentences are of one template, so none is left to learn from.</source>
        <translation>%1: Alle Sätze haben dieselbe Vorlage, also bleibt keiner zum Lernen.</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Is a sentence positive? &quot;Not good but fun&quot; and &quot;good but not fun&quot; have the same words, so their order decides. Whole templates of sentences are held out.</source>
        <translation>Ist ein Satz positiv? „Not good but fun“ und „good but not fun“ haben dieselben Wörter, also entscheidet ihre Reihenfolge. Ganze Satzvorlagen werden zurückgehalten.</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Two sines</source>
        <translation>Zwei Sinuswellen</translation>
    </message>
    <message>
        <source>Two waves of unknown period and phase, mixed and a little noisy. At each step the network says the next value. It shows curves and states at work; a plain RNN learns it too.</source>
        <translation>Zwei Wellen unbekannter Periode und Phase, gemischt und ein wenig verrauscht. An jedem Schritt sagt das Netz den nächsten Wert. Man sieht Kurven und Zustände bei der Arbeit; auch ein einfaches RNN lernt es.</translation>
    </message>
    <message>
        <source>The table has one row: there is no next one to forecast.</source>
        <translation>Die Tabelle hat eine Zeile: Es gibt keine nächste vorherzusagen.</translation>
    </message>
    <message>
        <source>The table has %1 rows; forecasts over %2 rows need at least %3, of which the last fifth is held out.</source>
        <translation>Die Tabelle hat %1 Zeilen; Vorhersagen über %2 Zeilen brauchen mindestens %3, von denen das letzte Fünftel zurückgehalten wird.</translation>
    </message>
    <message>
        <source>The numbers of column %1 are too large to be standardised.</source>
        <translation>Die Zahlen der Spalte %1 sind zu groß, um sie zu standardisieren.</translation>
    </message>
    <message>
        <source>Column %1, the last, is what is forecast, but it changes by %2 in every row of the first four fifths.</source>
        <translation>Spalte %1, die letzte, wird vorhergesagt, ändert sich aber in jeder Zeile der ersten vier Fünftel um %2.</translation>
    </message>
    <message>
        <source>Column %1, the last, is what is forecast, but it is %2 in every row of the first four fifths.</source>
        <translation>Spalte %1, die letzte, wird vorhergesagt, ist aber in jeder Zeile der ersten vier Fünftel %2.</translation>
    </message>
    <message>
        <source>The held-out fifth of the table lies too far outside of what the rest of it spans.</source>
        <translation>Das zurückgehaltene Fünftel der Tabelle liegt zu weit außerhalb dessen, was der Rest umspannt.</translation>
    </message>
    <message>
        <source>Forecast of a table</source>
        <translation>Vorhersage einer Tabelle</translation>
    </message>
    <message>
        <source>A table of numbers is read row by row; at each row the network says the last column&apos;s value in the next. The last fifth is held out; columns of dates are left out. Without a table of one&apos;s own it is an invented weather.</source>
        <translation>Eine Tabelle mit Zahlen wird Zeile für Zeile gelesen; an jeder Zeile sagt das Netz den Wert der letzten Spalte in der nächsten. Das letzte Fünftel wird zurückgehalten; Spalten mit Datum fallen weg. Ohne eigene Tabelle ist es ein erfundenes Wetter.</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>There is no task &quot;%1&quot;; there are %2.</source>
        <translation>Eine Aufgabe „%1“ gibt es nicht; es gibt %2.</translation>
    </message>
    <message>
        <source>The task %1 takes a length of %2 to %3 %4, got %5.</source>
        <translation>Die Aufgabe %1 nimmt eine Länge von %2 bis %3 %4, nicht %5.</translation>
    </message>
    <message>
        <source>Temporal order</source>
        <translation>Zeitliche Reihenfolge</translation>
    </message>
    <message>
        <source>Two signs, each X or Y, stand far apart among letters that mean nothing. At the last step the network says which two they were, in order.</source>
        <translation>Zwei Zeichen, je X oder Y, stehen weit auseinander zwischen Buchstaben, die nichts bedeuten. Am letzten Schritt sagt das Netz, welche beiden es waren, der Reihe nach.</translation>
    </message>
    <message>
        <source>%1 holds no other character than &quot;%2&quot;: there is no next one to guess.</source>
        <translation>%1 enthält kein anderes Zeichen als „%2“: Es gibt kein nächstes zu erraten.</translation>
    </message>
    <message>
        <source>%1 has %2 characters; windows of %3 need a text of at least %4.</source>
        <translation>%1 hat %2 Zeichen; Ausschnitte von %3 brauchen einen Text von mindestens %4.</translation>
    </message>
    <message>
        <source>Next letter</source>
        <translation>Nächster Buchstabe</translation>
    </message>
    <message>
        <source>The network reads a text letter by letter and says which comes next. It comes with two chapters of Alice&apos;s Adventures in Wonderland; any text of one&apos;s own will do. The last tenth is held out.</source>
        <translation>Das Netz liest einen Text Buchstabe für Buchstabe und sagt, welcher als Nächstes kommt. Dabei sind zwei Kapitel von Alice’s Adventures in Wonderland; jeder eigene Text geht auch. Das letzte Zehntel wird zurückgehalten.</translation>
    </message>
    <message>
        <source>Vowel next door</source>
        <translation>Vokal nebenan</translation>
    </message>
    <message>
        <source>For each letter the network says whether the one before and the one after are vowels. A network that reads in one direction has to guess one of them: it stays near one half.</source>
        <translation>Zu jedem Buchstaben sagt das Netz, ob der davor und der danach Vokale sind. Ein Netz, das in eine Richtung liest, muss einen davon raten: Es bleibt nahe an der Hälfte.</translation>
    </message>
    <message>
        <source>%1 has %2 words and stops; the task needs a text of at least %3.</source>
        <translation>%1 hat %2 Wörter und Satzzeichen; die Aufgabe braucht einen Text von mindestens %3.</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Nächstes Wort</translation>
    </message>
    <message>
        <source>The network reads simple sentences word by word and says which comes next. Verbs agree with nouns that stand far before them, which pairs of words cannot know. The last tenth is held out.</source>
        <translation>Das Netz liest einfache Sätze Wort für Wort und sagt, welches als Nächstes kommt. Verben richten sich nach Nomen, die weit vor ihnen stehen, und das können Wortpaare nicht wissen. Das letzte Zehntel wird zurückgehalten.</translation>
    </message>
    <message>
        <source>words at most</source>
        <translation>Wörter höchstens</translation>
    </message>
    <message>
        <source>%1: the gradient of the state is largest at step %2 of sequence %3; on its way back it falls under a millionth of that at step %4, after %5 steps: what comes before is hardly learned from, on this input.</source>
        <translation>%1: Der Gradient des Zustands ist an Schritt %2 der Folge %3 am größten; auf dem Rückweg fällt er an Schritt %4, nach %5 Schritten, unter ein Millionstel davon: Aus dem, was davor kommt, wird bei dieser Eingabe kaum gelernt.</translation>
    </message>
    <message>
        <source>%1: on its way back through sequence %2 the gradient of the state grows %3 times, to %4 at step %5: it explodes, on this input.</source>
        <translation>%1: Auf dem Rückweg durch Folge %2 wächst der Gradient des Zustands auf das %3-Fache, auf %4 an Schritt %5: Er explodiert bei dieser Eingabe.</translation>
    </message>
    <message>
        <source>%1: the gradient of the state arrives at the first step that is read, step %2 of sequence %3, with %4 % of its largest length, on this input.</source>
        <translation>%1: Der Gradient des Zustands kommt am ersten gelesenen Schritt, Schritt %2 der Folge %3, mit %4 % seiner größten Länge an, bei dieser Eingabe.</translation>
    </message>
    <message>
        <source>The reset gate acts after the product, r∘(U h + b), and an update gate near 1 keeps the old state: as in files of PyTorch, of cuDNN and of Keras (reset_after=True).</source>
        <translation>Das Reset-Gate wirkt nach dem Produkt, r∘(U h + b), und ein Update-Gate nahe 1 behält den alten Zustand: wie in Dateien von PyTorch, cuDNN und Keras (reset_after=True).</translation>
    </message>
    <message>
        <source>The reset gate acts before the product, U (r∘h), and an update gate near 1 keeps the old state: as in files of Keras (reset_after=False), of TensorFlow.js and of ONNX (linear_before_reset=0); PyTorch would compute something else with these numbers.</source>
        <translation>Das Reset-Gate wirkt vor dem Produkt, U (r∘h), und ein Update-Gate nahe 1 behält den alten Zustand: wie in Dateien von Keras (reset_after=False), TensorFlow.js und ONNX (linear_before_reset=0); PyTorch würde mit diesen Zahlen etwas anderes rechnen.</translation>
    </message>
    <message>
        <source>The reset gate acts before the product, U (r∘h), and an update gate near 1 overwrites the old state: as in Chung et al. (2014) and many texts; in PyTorch and Keras z means the opposite.</source>
        <translation>Das Reset-Gate wirkt vor dem Produkt, U (r∘h), und ein Update-Gate nahe 1 überschreibt den alten Zustand: wie bei Chung et al. (2014) und in vielen Texten; in PyTorch und Keras bedeutet z das Gegenteil.</translation>
    </message>
    <message>
        <source>The reset gate acts after the product, r∘(U h + b), as in PyTorch, but an update gate near 1 overwrites the old state, as in Chung et al. (2014); in PyTorch and Keras z means the opposite.</source>
        <translation>Das Reset-Gate wirkt nach dem Produkt, r∘(U h + b), wie in PyTorch, aber ein Update-Gate nahe 1 überschreibt den alten Zustand, wie bei Chung et al. (2014); in PyTorch und Keras bedeutet z das Gegenteil.</translation>
    </message>
    <message>
        <source>Layer 0: %1 of %2 inputs (%3) hardly count: their columns of W are under a hundredth of the largest.</source>
        <translation>Schicht 0: %1 von %2 Eingängen (%3) zählen kaum: Ihre Spalten von W sind unter einem Hundertstel der größten.</translation>
    </message>
    <message>
        <source>%1: the update gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this input the old state is always kept, and nothing new comes in.</source>
        <translation>%1: Das Update-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte über 0.95: Bei dieser Eingabe wird der alte Zustand immer behalten, und nichts Neues kommt herein.</translation>
    </message>
    <message>
        <source>%1: the update gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this input the state is always overwritten by the candidate.</source>
        <translation>%1: Das Update-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte unter 0.05: Bei dieser Eingabe wird der Zustand immer vom Kandidaten überschrieben.</translation>
    </message>
    <message>
        <source>%1: the update gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more; here z overwrites, so on this input the old state is always kept, and nothing new comes in.</source>
        <translation>%1: Das Update-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte unter 0.05; hier überschreibt z, also wird bei dieser Eingabe der alte Zustand immer behalten, und nichts Neues kommt herein.</translation>
    </message>
    <message>
        <source>%1: the update gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more; here z overwrites, so on this input the state is always overwritten by the candidate.</source>
        <translation>%1: Das Update-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte über 0.95; hier überschreibt z, also wird bei dieser Eingabe der Zustand immer vom Kandidaten überschrieben.</translation>
    </message>
    <message>
        <source>%1: the reset gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this input the past is never heard through it.</source>
        <translation>%1: Das Reset-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte unter 0.05: Bei dieser Eingabe ist die Vergangenheit dadurch nie zu hören.</translation>
    </message>
    <message>
        <source>%1: the reset gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this input the past is always heard in full through it.</source>
        <translation>%1: Das Reset-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte über 0.95: Bei dieser Eingabe ist die Vergangenheit dadurch immer ganz zu hören.</translation>
    </message>
    <message>
        <source>%1: the forget gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this input the cell always keeps what it has.</source>
        <translation>%1: Das Forget-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte über 0.95: Bei dieser Eingabe behält die Zelle immer, was sie hat.</translation>
    </message>
    <message>
        <source>%1: the forget gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this input the cell always forgets what it had.</source>
        <translation>%1: Das Forget-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte unter 0.05: Bei dieser Eingabe vergisst die Zelle immer, was sie hatte.</translation>
    </message>
    <message>
        <source>%1: the input gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this input nothing new comes into the cell.</source>
        <translation>%1: Das Input-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte unter 0.05: Bei dieser Eingabe kommt nichts Neues in die Zelle.</translation>
    </message>
    <message>
        <source>%1: the input gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this input the candidate always comes in in full.</source>
        <translation>%1: Das Input-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte über 0.95: Bei dieser Eingabe kommt der Kandidat immer ganz herein.</translation>
    </message>
    <message>
        <source>%1: the output gate of %2 of %3 units (%4) is under 0.05 at %5 % of the steps or more: on this input the cell is never shown to the rest of the network.</source>
        <translation>%1: Das Output-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte unter 0.05: Bei dieser Eingabe wird die Zelle dem Rest des Netzes nie gezeigt.</translation>
    </message>
    <message>
        <source>%1: the output gate of %2 of %3 units (%4) is over 0.95 at %5 % of the steps or more: on this input the cell is always shown in full.</source>
        <translation>%1: Das Output-Gate von %2 der %3 Einheiten (%4) liegt an mindestens %5 % der Schritte über 0.95: Bei dieser Eingabe wird die Zelle immer ganz gezeigt.</translation>
    </message>
    <message>
        <source>%1: the candidate of %2 of %3 units (%4) is over 0.95 in size at %5 % of the steps or more: on this input hardly any gradient comes through it.</source>
        <translation>%1: Der Kandidat von %2 der %3 Einheiten (%4) ist an mindestens %5 % der Schritte im Betrag über 0.95: Bei dieser Eingabe kommt kaum ein Gradient hindurch.</translation>
    </message>
    <message>
        <source>%1: the state of %2 of %3 units (%4) is over 0.95 in size at nearly every step: on this input they say little more than yes or no.</source>
        <translation>%1: Der Zustand von %2 der %3 Einheiten (%4) ist an fast jedem Schritt im Betrag über 0.95: Bei dieser Eingabe sagen sie wenig mehr als ja oder nein.</translation>
    </message>
    <message>
        <source>%1: the state of %2 of %3 units (%4) moves by no more than %5 over all steps: on this input they tell nothing apart.</source>
        <translation>%1: Der Zustand von %2 der %3 Einheiten (%4) bewegt sich über alle Schritte um höchstens %5: Bei dieser Eingabe unterscheiden sie nichts.</translation>
    </message>
    <message>
        <source>%1: units %2 have the same state at every step, to within 0.001: on this input one of them would do.</source>
        <translation>%1: Die Einheiten %2 haben an jedem Schritt denselben Zustand, auf 0.001 genau: Bei dieser Eingabe reichte eine davon.</translation>
    </message>
    <message>
        <source>%1: an RNN has no gate that keeps its state, so no half-life can be read off; look at its gradient instead.</source>
        <translation>%1: Ein RNN hat kein Gate, das seinen Zustand behält, also lässt sich keine Halbwertszeit ablesen; sehen Sie stattdessen seinen Gradienten an.</translation>
    </message>
    <message>
        <source>%1: by the mean of the forget gate, half of what a cell holds is gone after %2 steps (unit %3) to %4 steps (unit %5), unless it is written anew, on this input. Unit %5 lets most of what it held go at step %6.</source>
        <translation>%1: Nach dem Mittel des Forget-Gates ist die Hälfte dessen, was eine Zelle hält, nach %2 Schritten (Einheit %3) bis %4 Schritten (Einheit %5) fort, wenn es nicht neu geschrieben wird, bei dieser Eingabe. Einheit %5 lässt das meiste an Schritt %6 gehen.</translation>
    </message>
    <message>
        <source>%1: by the mean of the update gate, half of what a state holds is gone after %2 steps (unit %3) to %4 steps (unit %5), unless it is written anew, on this input. Unit %5 lets most of what it held go at step %6.</source>
        <translation>%1: Nach dem Mittel des Update-Gates ist die Hälfte dessen, was ein Zustand hält, nach %2 Schritten (Einheit %3) bis %4 Schritten (Einheit %5) fort, wenn es nicht neu geschrieben wird, bei dieser Eingabe. Einheit %5 lässt das meiste an Schritt %6 gehen.</translation>
    </message>
    <message>
        <source>When using `stateful=True` in a RNN, the batch size must be static: %1 sequences cannot go on where %2 ended.</source>
        <translation>When using `stateful=True` in a RNN, the batch size must be static: %1 Folgen können nicht weitergehen, wo %2 endeten.</translation>
    </message>
    <message>
        <source>GRU z-bias +2</source>
        <translation>GRU z-Bias +2</translation>
    </message>
    <message>
        <source>LSTM f-bias +2</source>
        <translation>LSTM f-Bias +2</translation>
    </message>
    <message>
        <source>GRU reset before</source>
        <translation>GRU Reset davor</translation>
    </message>
    <message>
        <source>GRU of 2 layers</source>
        <translation>GRU mit 2 Schichten</translation>
    </message>
    <message>
        <source>LSTM of 2 layers</source>
        <translation>LSTM mit 2 Schichten</translation>
    </message>
    <message>
        <source>A network that reads in both directions needs the end of a text: it cannot write one.</source>
        <translation>Ein Netz, das in beide Richtungen liest, braucht das Ende eines Textes: Es kann keinen schreiben.</translation>
    </message>
    <message>
        <source>The alphabet has %1 letters, but the network reads %2 and says %3: it was not made to write.</source>
        <translation>Das Alphabet hat %1 Buchstaben, das Netz liest aber %2 und sagt %3: Es wurde nicht zum Schreiben gemacht.</translation>
    </message>
    <message>
        <source>The prompt asks for letter %1 of an alphabet of %2.</source>
        <translation>Der Anfang verlangt Buchstabe %1 eines Alphabets von %2.</translation>
    </message>
    <message>
        <source>There is nothing to go on from: give at least one letter.</source>
        <translation>Es gibt nichts fortzusetzen: Geben Sie mindestens einen Buchstaben.</translation>
    </message>
    <message>
        <source>The temperature should be 0 or more.</source>
        <translation>Die Temperatur muss 0 oder mehr sein.</translation>
    </message>
    <message>
        <source>There is no network to race: add one.</source>
        <translation>Es gibt kein Netz für das Rennen: Fügen Sie eines hinzu.</translation>
    </message>
    <message>
        <source>A race needs at least one seed and one update.</source>
        <translation>Ein Rennen braucht mindestens einen Startwert und ein Update.</translation>
    </message>
    <message>
        <source>This task makes fresh data for every update, so that nothing can be learned by heart: choose one that holds data out, a text or a table.</source>
        <translation>Diese Aufgabe macht für jedes Update frische Daten, sodass sich nichts auswendig lernen lässt: Wählen Sie eine, die Daten zurückhält, einen Text oder eine Tabelle.</translation>
    </message>
    <message>
        <source>Held-out data are learned best with %1 units.</source>
        <translation>Zurückgehaltene Daten werden mit %1 Einheiten am besten gelernt.</translation>
    </message>
    <message>
        <source>Held-out data are learned best with this many layers: %1.</source>
        <translation>Zurückgehaltene Daten werden mit so vielen Schichten am besten gelernt: %1.</translation>
    </message>
    <message>
        <source>%1 are enough: their loss is within %2 % of that.</source>
        <translation>%1 reichen: Ihr Verlust liegt weniger als %2 % darüber.</translation>
    </message>
    <message>
        <source>The task gives %1 numbers at each step, but the network reads %2: give it that input_size.</source>
        <translation>Die Aufgabe gibt an jedem Schritt %1 Zahlen, das Netz liest aber %2: Geben Sie ihm diese input_size.</translation>
    </message>
    <message>
        <source>The task needs an embedding of %1 rows, but the network&apos;s has %2.</source>
        <translation>Die Aufgabe braucht ein Embedding mit %1 Zeilen, das des Netzes hat aber %2.</translation>
    </message>
    <message>
        <source>The task asks for %1 outputs, but the network&apos;s head has %2.</source>
        <translation>Die Aufgabe verlangt %1 Ausgaben, der Kopf des Netzes hat aber %2.</translation>
    </message>
    <message>
        <source>The task asks at each step for what comes later: a network that reads %1 would only have to look it up.</source>
        <translation>Die Aufgabe fragt an jedem Schritt nach dem, was später kommt: Ein Netz, das %1 liest, müsste nur nachsehen.</translation>
    </message>
    <message>
        <source>The task&apos;s answer is a sequence of its own: it needs a network with a decoder.</source>
        <translation>Die Antwort der Aufgabe ist eine eigene Folge: Sie braucht ein Netz mit Decoder.</translation>
    </message>
    <message>
        <source>The task has no use for a decoder: choose a network without one.</source>
        <translation>Die Aufgabe kann mit einem Decoder nichts anfangen: Wählen Sie ein Netz ohne.</translation>
    </message>
    <message>
        <source>The network has no tensor %1.</source>
        <translation>Das Netz hat keinen Tensor %1.</translation>
    </message>
    <message>
        <source>%1 has no number in row %2, column %3.</source>
        <translation>%1 hat in Zeile %2, Spalte %3 keine Zahl.</translation>
    </message>
    <message>
        <source>No run has been made to its end yet.</source>
        <translation>Noch ist kein Lauf zu Ende.</translation>
    </message>
    <message>
        <source>On this task, with this learning rate, no network solved it within %1 updates.</source>
        <translation>Bei dieser Aufgabe, mit dieser Lernrate, hat kein Netz sie innerhalb von %1 Updates gelöst.</translation>
    </message>
    <message>
        <source>On this task, with this learning rate, no network solved it in every run; %1 came furthest with %2 of %3.</source>
        <translation>Bei dieser Aufgabe, mit dieser Lernrate, hat kein Netz sie in jedem Lauf gelöst; am weitesten kam %1 mit %2 von %3.</translation>
    </message>
    <message>
        <source>On this task, with this learning rate, %1 solved it in %2 of %3 runs, and its slowest run beat the fastest %4.</source>
        <translation>Bei dieser Aufgabe, mit dieser Lernrate, löste %1 sie in %2 von %3 Läufen, und sein langsamster Lauf schlug den schnellsten von %4.</translation>
    </message>
    <message>
        <source>On this task, with this learning rate, %1 solved it in %2 of %3 runs.</source>
        <translation>Bei dieser Aufgabe, mit dieser Lernrate, löste %1 sie in %2 von %3 Läufen.</translation>
    </message>
    <message>
        <source>Solved within %1 updates at these sizes: %2.</source>
        <translation>Innerhalb von %1 Updates gelöst bei diesen Größen: %2.</translation>
    </message>
    <message>
        <source>But %1 solved it in %2 of %3, where %4 solved it in %5 of %6: the setting decided, not the cell.</source>
        <translation>Aber %1 löste sie in %2 von %3, während %4 sie in %5 von %6 löste: Die Einstellung entschied, nicht die Zelle.</translation>
    </message>
    <message>
        <source>But %1, the same cell, solved it in %2 of %3: the setting decided, not the cell.</source>
        <translation>Aber %1, dieselbe Zelle, löste sie in %2 von %3: Die Einstellung entschied, nicht die Zelle.</translation>
    </message>
    <message>
        <source>%1, which has no gates, does as well here (%2 of %3): this task is no proof of what gates are for.</source>
        <translation>%1, das keine Gates hat, ist hier ebenso gut (%2 von %3): Diese Aufgabe beweist nicht, wozu Gates da sind.</translation>
    </message>
    <message>
        <source>%1 runs of %2 and %3 of %4 are too few for a test: run more seeds to be sure.</source>
        <translation>%1 Läufe von %2 und %3 von %4 sind für einen Test zu wenige: Nehmen Sie mehr Startwerte, um sicherzugehen.</translation>
    </message>
    <message>
        <source>Chance alone would part %1 and %2 so far with probability %3 (rank-sum test).</source>
        <translation>Der Zufall allein trennte %1 und %2 so weit mit der Wahrscheinlichkeit %3 (Rangsummentest).</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be told apart by so few runs (rank-sum test, p = %3).</source>
        <translation>%1 und %2 lassen sich mit so wenigen Läufen nicht unterscheiden (Rangsummentest, p = %3).</translation>
    </message>
    <message>
        <source>%1 of %2 runs are over; what they show is said when all are.</source>
        <translation>%1 von %2 Läufen sind fertig; was sie zeigen, steht hier, wenn alle es sind.</translation>
    </message>
    <message>
        <source>There is no row %1; there are %2, counted from 0.</source>
        <translation>Eine Zeile %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>There is no column %1; there are %2, counted from 0.</source>
        <translation>Eine Spalte %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>There is no feature %1; there are %2, counted from 0.</source>
        <translation>Ein Merkmal %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>There is no class %1; there are %2, counted from 0.</source>
        <translation>Eine Klasse %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>There is no output %1; there are %2, counted from 0.</source>
        <translation>Eine Ausgabe %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>There is no breakpoint %1; there are %2, counted from 0.</source>
        <translation>Einen Haltepunkt %1 gibt es nicht; es sind %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>A value must be a finite number.</source>
        <translation>Ein Wert muss eine endliche Zahl sein.</translation>
    </message>
    <message>
        <source>This network does not read letters.</source>
        <translation>Dieses Netz liest keine Buchstaben.</translation>
    </message>
    <message>
        <source>This network does not read row numbers of an embedding.</source>
        <translation>Dieses Netz liest keine Zeilennummern eines Embeddings.</translation>
    </message>
    <message>
        <source>This network does not read numbers.</source>
        <translation>Dieses Netz liest keine Zahlen.</translation>
    </message>
    <message>
        <source>A sequence needs at least one step.</source>
        <translation>Eine Folge braucht mindestens einen Schritt.</translation>
    </message>
    <message>
        <source>A %1 has no cell state.</source>
        <translation>Ein %1 hat keinen Zellzustand.</translation>
    </message>
    <message>
        <source>This network has no tensor %1.</source>
        <translation>Dieses Netz hat keinen Tensor %1.</translation>
    </message>
    <message>
        <source>%1 with probability %2</source>
        <translation>%1 mit Wahrscheinlichkeit %2</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>noch nicht berechnet</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <translation>%1, Einheit %2: %3</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>You see the %1</source>
        <translation>Sie sehen: %1</translation>
    </message>
    <message>
        <source>Go to the %1</source>
        <translation>Gehe zu: %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1, forward</source>
        <translation>%1, vorwärts</translation>
    </message>
    <message>
        <source>%1, backward</source>
        <translation>%1, rückwärts</translation>
    </message>
    <message>
        <source>the state of layer %1</source>
        <translation>den Zustand von Schicht %1</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 Zahlen</translation>
    </message>
    <message>
        <source>next letter</source>
        <translation>nächster Buchstabe</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>the network gives %1 a probability of %2</source>
        <translation>das Netz gibt %1 eine Wahrscheinlichkeit von %2</translation>
    </message>
    <message>
        <source>output → target</source>
        <translation>Ausgabe → Ziel</translation>
    </message>
    <message>
        <source>output %1: %2</source>
        <translation>Ausgabe %1: %2</translation>
    </message>
    <message>
        <source>, target %1</source>
        <translation>, Ziel %1</translation>
    </message>
    <message>
        <source>read by layer %1</source>
        <translation>gelesen von Schicht %1</translation>
    </message>
    <message>
        <source>to layer %1</source>
        <translation>an Schicht %1</translation>
    </message>
    <message>
        <source>wanted: </source>
        <translation>gewollt: </translation>
    </message>
    <message>
        <source>%1: the weights of this way</source>
        <translation>%1: die Gewichte dieses Wegs</translation>
    </message>
    <message>
        <source>unit %1 keeps %2 of its old value, takes %3 of the candidate</source>
        <translation>Einheit %1 behält %2 ihres alten Werts, nimmt %3 des Kandidaten</translation>
    </message>
    <message>
        <source>unit %1: blends its old value with the candidate</source>
        <translation>Einheit %1: mischt ihren alten Wert mit dem Kandidaten</translation>
    </message>
    <message>
        <source>back through the squashing: times its slope</source>
        <translation>zurück durch die Stauchung: mal ihre Steigung</translation>
    </message>
    <message>
        <source>length of what goes back this way: %1</source>
        <translation>Länge dessen, was auf diesem Weg zurückgeht: %1</translation>
    </message>
    <message>
        <source>step %1 of 0–%2</source>
        <translation>Schritt %1 von 0–%2</translation>
    </message>
    <message>
        <source>sequence %1, %2</source>
        <translation>Folge %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, reads </source>
        <translation>%1, liest </translation>
    </message>
    <message>
        <source>, unit %1 followed</source>
        <translation>, Einheit %1 verfolgt</translation>
    </message>
    <message>
        <source>backward through %1, </source>
        <translation>rückwärts durch %1, </translation>
    </message>
    <message>
        <source>: gradient %1, unit %2</source>
        <translation>: Gradient %1, Einheit %2</translation>
    </message>
    <message>
        <source>%1, unit %2 of layer %3</source>
        <translation>%1, Einheit %2 von Schicht %3</translation>
    </message>
    <message>
        <source>%1, unit %2 of layer %3 backward</source>
        <translation>%1, Einheit %2 von Schicht %3 rückwärts</translation>
    </message>
    <message>
        <source>state of layer %1</source>
        <translation>Zustand von Schicht %1</translation>
    </message>
    <message>
        <source>from layer %1</source>
        <translation>von Schicht %1</translation>
    </message>
    <message>
        <source>this letter</source>
        <translation>dieser Buchstabe</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>Buchstabe</translation>
    </message>
    <message>
        <source>this number</source>
        <translation>diese Zahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>these numbers</source>
        <translation>diese Zahlen</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>letter %1 (input %2): 1, it is the one read</source>
        <translation>Buchstabe %1 (Eingang %2): 1, er wird gelesen</translation>
    </message>
    <message>
        <source>letter %1 (input %2): 0</source>
        <translation>Buchstabe %1 (Eingang %2): 0</translation>
    </message>
    <message>
        <source>input %1: %2</source>
        <translation>Eingang %1: %2</translation>
    </message>
    <message>
        <source>input x: %1 numbers</source>
        <translation>Eingabe x: %1 Zahlen</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>mit Vorzeichen</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>lanes: vermilion +, grey −</source>
        <translation>Bahnen: zinnoberrot +, grau −</translation>
    </message>
    <message>
        <source>ribbons: a vector&apos;s length</source>
        <translation>Bänder: Länge eines Vektors</translation>
    </message>
    <message>
        <source>ribbons: length</source>
        <translation>Bänder: Länge</translation>
    </message>
    <message>
        <source>length of each vector, linear</source>
        <translation>Länge jedes Vektors, linear</translation>
    </message>
    <message>
        <source>length, linear</source>
        <translation>Länge, linear</translation>
    </message>
    <message>
        <source>%1: a vector of length %2</source>
        <translation>%1: ein Vektor der Länge %2</translation>
    </message>
    <message>
        <source>step %1, %2, length of ∂L/∂h over all units: %3, %4</source>
        <translation>Schritt %1, %2, Länge von ∂L/∂h über alle Einheiten: %3, %4</translation>
    </message>
    <message>
        <source>from the loss</source>
        <translation>vom Verlust</translation>
    </message>
    <message>
        <source>from above</source>
        <translation>von oben</translation>
    </message>
    <message>
        <source>altogether</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>From step %1 back to step %2</source>
        <translation>Von Schritt %1 zurück zu Schritt %2</translation>
    </message>
    <message>
        <source>From step %1 back to the initial state</source>
        <translation>Von Schritt %1 zurück zum Anfangszustand</translation>
    </message>
    <message>
        <source>unit %1, adding up; linear</source>
        <translation>Einheit %1, aufsummiert; linear</translation>
    </message>
    <message>
        <source>length over all units; linear, lengths do not add up</source>
        <translation>Länge über alle Einheiten; linear, Längen summieren sich nicht</translation>
    </message>
    <message>
        <source>unit %1: %2, length %3</source>
        <translation>Einheit %1: %2, Länge %3</translation>
    </message>
    <message>
        <source>besides, along the cell state</source>
        <translation>außerdem, den Zellzustand entlang</translation>
    </message>
    <message>
        <source>%1: unit %2 receives %3, length over all units %4</source>
        <translation>%1: Einheit %2 erhält %3, Länge über alle Einheiten %4</translation>
    </message>
    <message>
        <source>The gradient %1</source>
        <translation>Der Gradient %1</translation>
    </message>
    <message>
        <source>length over the units of each step&apos;s state</source>
        <translation>Länge über die Einheiten des Zustands jedes Schritts</translation>
    </message>
    <message>
        <source>here the loss is watched</source>
        <translation>hier wird der Verlust beobachtet</translation>
    </message>
    <message>
        <source>logarithmic: from line to line 100 times</source>
        <translation>logarithmisch: von Linie zu Linie 100-fach</translation>
    </message>
    <message>
        <source>logarithmic: from line to line 10,000 times</source>
        <translation>logarithmisch: von Linie zu Linie 10 000-fach</translation>
    </message>
    <message>
        <source>from this step&apos;s loss</source>
        <translation>vom Verlust dieses Schritts</translation>
    </message>
    <message>
        <source>from the layer above</source>
        <translation>von der Schicht darüber</translation>
    </message>
    <message>
        <source>dL/d%1</source>
        <translation>dL/d%1</translation>
    </message>
    <message>
        <source>h before</source>
        <translation>h davor</translation>
    </message>
    <message>
        <source>h before, through p</source>
        <translation>h davor, durch p</translation>
    </message>
    <message>
        <source>conveyor</source>
        <translation>Förderband</translation>
    </message>
    <message>
        <source>together</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>Four ways back to the old state</source>
        <translation>Vier Wege zurück zum alten Zustand</translation>
    </message>
    <message>
        <source>Four ways back</source>
        <translation>Vier Wege zurück</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>weitergereicht</translation>
    </message>
    <message>
        <source>arrives</source>
        <translation>kommt an</translation>
    </message>
    <message>
        <source>through p</source>
        <translation>durch p</translation>
    </message>
    <message>
        <source>what r let by</source>
        <translation>was r durchließ</translation>
    </message>
    <message>
        <source>let by</source>
        <translation>durchgelassen</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>die Eingabe</translation>
    </message>
    <message>
        <source>the blend splits it</source>
        <translation>die Mischung teilt ihn</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>straight back along the conveyor, times</source>
        <translation>geradeaus das Förderband zurück, mal</translation>
    </message>
    <message>
        <source>along the conveyor, times</source>
        <translation>das Förderband entlang, mal</translation>
    </message>
    <message>
        <source>times</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>old state h</source>
        <translation>alter Zustand h</translation>
    </message>
    <message>
        <source>new state h</source>
        <translation>neuer Zustand h</translation>
    </message>
    <message>
        <source>update gate z</source>
        <translation>Update-Gate z</translation>
    </message>
    <message>
        <source>reset gate r</source>
        <translation>Reset-Gate r</translation>
    </message>
    <message>
        <source>what r lets by, p</source>
        <translation>was r durchlässt, p</translation>
    </message>
    <message>
        <source>the past u</source>
        <translation>die Vergangenheit u</translation>
    </message>
    <message>
        <source>the input w</source>
        <translation>die Eingabe w</translation>
    </message>
    <message>
        <source>candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>old state</source>
        <translation>alter Zustand</translation>
    </message>
    <message>
        <source>old</source>
        <translation>alt</translation>
    </message>
    <message>
        <source>new state</source>
        <translation>neuer Zustand</translation>
    </message>
    <message>
        <source>the state rides straight through; only the blend can change it</source>
        <translation>der Zustand fährt geradeaus durch; nur die Mischung ändert ihn</translation>
    </message>
    <message>
        <source>only the blend can change the state</source>
        <translation>nur die Mischung kann den Zustand ändern</translation>
    </message>
    <message>
        <source>the conveyor</source>
        <translation>das Förderband</translation>
    </message>
    <message>
        <source>1 keeps, 0 overwrites</source>
        <translation>1 behält, 0 überschreibt</translation>
    </message>
    <message>
        <source>1 overwrites, 0 keeps</source>
        <translation>1 überschreibt, 0 behält</translation>
    </message>
    <message>
        <source>1 keeps</source>
        <translation>1 behält</translation>
    </message>
    <message>
        <source>1 overwrites</source>
        <translation>1 überschreibt</translation>
    </message>
    <message>
        <source>what r lets by</source>
        <translation>was r durchlässt</translation>
    </message>
    <message>
        <source>r, times what it lets by</source>
        <translation>r, mal was es durchlässt</translation>
    </message>
    <message>
        <source>the past plus the input</source>
        <translation>die Vergangenheit plus die Eingabe</translation>
    </message>
    <message>
        <source>what r lets by, plus the input</source>
        <translation>was r durchlässt, plus die Eingabe</translation>
    </message>
    <message>
        <source>U times the whole of p: each unit of u reads all units of p</source>
        <translation>U mal das ganze p: Jede Einheit von u liest alle Einheiten von p</translation>
    </message>
    <message>
        <source>tanh squashes the sum between −1 and 1</source>
        <translation>tanh staucht die Summe zwischen −1 und 1</translation>
    </message>
    <message>
        <source>σ squashes W%1 x + U%1 h + b between 0 and 1</source>
        <translation>σ staucht W%1 x + U%1 h + b zwischen 0 und 1</translation>
    </message>
    <message>
        <source>The gradient by its source</source>
        <translation>Der Gradient nach seiner Quelle</translation>
    </message>
    <message>
        <source>row s: the step whose loss it is; column t: the step whose state it reaches</source>
        <translation>Zeile s: der Schritt, dessen Verlust es ist; Spalte t: der Schritt, dessen Zustand er erreicht</translation>
    </message>
    <message>
        <source>Lengths do not add up, the vectors do: all rows together are the gradient of every step&apos;s loss.</source>
        <translation>Längen summieren sich nicht, die Vektoren schon: Alle Zeilen zusammen sind der Gradient des Verlusts aller Schritte.</translation>
    </message>
    <message>
        <source>%1 of %2 losses, evenly chosen.</source>
        <translation>%1 von %2 Verlusten, gleichmäßig ausgewählt.</translation>
    </message>
    <message>
        <source>loss at %1</source>
        <translation>Verlust bei %1</translation>
    </message>
    <message>
        <source>empty: nothing is sent there</source>
        <translation>leer: Dorthin wird nichts geschickt</translation>
    </message>
    <message>
        <source>the loss of step %1 sends nothing to step %2</source>
        <translation>der Verlust von Schritt %1 schickt nichts an Schritt %2</translation>
    </message>
    <message>
        <source>the loss of step %1 sends %3 to step %2</source>
        <translation>der Verlust von Schritt %1 schickt %3 an Schritt %2</translation>
    </message>
    <message>
        <source>× forget gate f</source>
        <translation>× Forget-Gate f</translation>
    </message>
    <message>
        <source>+ what is written, i ⊙ g</source>
        <translation>+ was geschrieben wird, i ⊙ g</translation>
    </message>
    <message>
        <source>back through tanh: times 1 − tanh² of the cell state</source>
        <translation>zurück durch tanh: mal 1 − tanh² des Zellzustands</translation>
    </message>
    <message>
        <source>c before, along the conveyor</source>
        <translation>c davor, das Förderband entlang</translation>
    </message>
    <message>
        <source>keeps</source>
        <translation>behält</translation>
    </message>
    <message>
        <source>unchanged by +</source>
        <translation>unverändert durch +</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>passes on</source>
        <translation>reicht weiter</translation>
    </message>
    <message>
        <source>all that arrives</source>
        <translation>alles, was ankommt</translation>
    </message>
    <message>
        <source>from the next step: length %1</source>
        <translation>vom nächsten Schritt: Länge %1</translation>
    </message>
    <message>
        <source>no next step: nothing arrives here</source>
        <translation>kein nächster Schritt: Hier kommt nichts an</translation>
    </message>
    <message>
        <source>from the next step</source>
        <translation>vom nächsten Schritt</translation>
    </message>
    <message>
        <source>no next step</source>
        <translation>kein nächster Schritt</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>squashed</source>
        <translation>gestaucht</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Four ways back to the old state h</source>
        <translation>Vier Wege zurück zum alten Zustand h</translation>
    </message>
    <message>
        <source>Four ways back to h</source>
        <translation>Vier Wege zurück zu h</translation>
    </message>
    <message>
        <source>Ways back</source>
        <translation>Wege zurück</translation>
    </message>
    <message>
        <source>tanh squashes W%1 x + U%1 h + b between −1 and 1</source>
        <translation>tanh staucht W%1 x + U%1 h + b zwischen −1 und 1</translation>
    </message>
    <message>
        <source>tanh squashes the cell state between −1 and 1</source>
        <translation>tanh staucht den Zellzustand zwischen −1 und 1</translation>
    </message>
    <message>
        <source>old cell state c</source>
        <translation>alter Zellzustand c</translation>
    </message>
    <message>
        <source>what is kept, f ⊙ c</source>
        <translation>was behalten wird, f ⊙ c</translation>
    </message>
    <message>
        <source>new cell state c</source>
        <translation>neuer Zellzustand c</translation>
    </message>
    <message>
        <source>forget gate f</source>
        <translation>Forget-Gate f</translation>
    </message>
    <message>
        <source>input gate i</source>
        <translation>Input-Gate i</translation>
    </message>
    <message>
        <source>candidate g</source>
        <translation>Kandidat g</translation>
    </message>
    <message>
        <source>what is written, i ⊙ g</source>
        <translation>was geschrieben wird, i ⊙ g</translation>
    </message>
    <message>
        <source>tanh of the cell state</source>
        <translation>tanh des Zellzustands</translation>
    </message>
    <message>
        <source>output gate o</source>
        <translation>Output-Gate o</translation>
    </message>
    <message>
        <source>i, times the candidate</source>
        <translation>i, mal der Kandidat</translation>
    </message>
    <message>
        <source>tanh of the cell state, times o</source>
        <translation>tanh des Zellzustands, mal o</translation>
    </message>
    <message>
        <source>old cell state</source>
        <translation>alter Zellzustand</translation>
    </message>
    <message>
        <source>old cell</source>
        <translation>alte Zelle</translation>
    </message>
    <message>
        <source>what f keeps</source>
        <translation>was f behält</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>new cell state</source>
        <translation>neuer Zellzustand</translation>
    </message>
    <message>
        <source>new cell</source>
        <translation>neue Zelle</translation>
    </message>
    <message>
        <source>the cell state rides on; no matrix on its way, only keeping and adding</source>
        <translation>der Zellzustand fährt weiter; keine Matrix auf seinem Weg, nur Behalten und Addieren</translation>
    </message>
    <message>
        <source>the cell state rides on: kept and added to</source>
        <translation>der Zellzustand fährt weiter: behalten und ergänzt</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>1 keeps, 0 forgets</source>
        <translation>1 behält, 0 vergisst</translation>
    </message>
    <message>
        <source>how much is written</source>
        <translation>wie viel geschrieben wird</translation>
    </message>
    <message>
        <source>1 writes</source>
        <translation>1 schreibt</translation>
    </message>
    <message>
        <source>how much is let out</source>
        <translation>wie viel hinausgelassen wird</translation>
    </message>
    <message>
        <source>1 lets out</source>
        <translation>1 lässt hinaus</translation>
    </message>
    <message>
        <source>The network.</source>
        <translation>Das Netz.</translation>
    </message>
    <message>
        <source>A cell.</source>
        <translation>Eine Zelle.</translation>
    </message>
    <message>
        <source>Unit %1.</source>
        <translation>Einheit %1.</translation>
    </message>
    <message>
        <source>%1 Layer %2, forward.</source>
        <translation>%1 Schicht %2, vorwärts.</translation>
    </message>
    <message>
        <source>%1 Layer %2, backward.</source>
        <translation>%1 Schicht %2, rückwärts.</translation>
    </message>
    <message>
        <source> Row %1 of %2: %3.</source>
        <translation> Zeile %1 von %2: %3.</translation>
    </message>
    <message>
        <source>The head&apos;s %1.</source>
        <translation>Im Kopf: %1.</translation>
    </message>
    <message>
        <source>The %1 of unit %2 is %3.</source>
        <translation>%1 von Einheit %2 ist %3.</translation>
    </message>
    <message>
        <source>The network says %1.</source>
        <translation>Das Netz sagt %1.</translation>
    </message>
    <message>
        <source>layer %1, step %2</source>
        <translation>Schicht %1, Schritt %2</translation>
    </message>
    <message>
        <source>layer %1 forward, step %2</source>
        <translation>Schicht %1 vorwärts, Schritt %2</translation>
    </message>
    <message>
        <source>layer %1 backward, step %2</source>
        <translation>Schicht %1 rückwärts, Schritt %2</translation>
    </message>
    <message>
        <source>%1 of unit %2</source>
        <translation>%1 von Einheit %2</translation>
    </message>
    <message>
        <source>%1; held here: %2</source>
        <translation>%1; hier festgehalten: %2</translation>
    </message>
    <message>
        <source>%1, dL/dh of unit %2: %3</source>
        <translation>%1, dL/dh von Einheit %2: %3</translation>
    </message>
    <message>
        <source>%1, state h of unit %2: %3</source>
        <translation>%1, Zustand h von Einheit %2: %3</translation>
    </message>
    <message>
        <source>%1; dropped</source>
        <translation>%1; ausgefallen</translation>
    </message>
    <message>
        <source>step %1 says %2 with probability %3</source>
        <translation>Schritt %1 sagt %2 mit Wahrscheinlichkeit %3</translation>
    </message>
    <message>
        <source>%1; %2 would be right</source>
        <translation>%1; %2 wäre richtig</translation>
    </message>
    <message>
        <source>step %1, probability of yes: %2</source>
        <translation>Schritt %1, Wahrscheinlichkeit für Ja: %2</translation>
    </message>
    <message>
        <source>step %1, output: %2</source>
        <translation>Schritt %1, Ausgabe: %2</translation>
    </message>
    <message>
        <source>%1; target %2</source>
        <translation>%1; Ziel %2</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>step %1 says: not computed yet</source>
        <translation>Schritt %1 sagt: noch nicht berechnet</translation>
    </message>
    <message>
        <source>%1; its loss is watched</source>
        <translation>%1; sein Verlust wird beobachtet</translation>
    </message>
    <message>
        <source>says next</source>
        <translation>sagt nächsten</translation>
    </message>
    <message>
        <source>says class</source>
        <translation>sagt Klasse</translation>
    </message>
    <message>
        <source>says yes</source>
        <translation>sagt Ja</translation>
    </message>
    <message>
        <source>says</source>
        <translation>sagt</translation>
    </message>
    <message>
        <source>the head reads step %1 with weight %2</source>
        <translation>der Kopf liest Schritt %1 mit Gewicht %2</translation>
    </message>
    <message>
        <source>the weight of step %1: not computed yet</source>
        <translation>das Gewicht von Schritt %1: noch nicht berechnet</translation>
    </message>
    <message>
        <source>step %1 reads %2</source>
        <translation>Schritt %1 liest %2</translation>
    </message>
    <message>
        <source>step %1, the embedding&apos;s row: %2 numbers of length %3</source>
        <translation>Schritt %1, die Zeile des Embeddings: %2 Zahlen der Länge %3</translation>
    </message>
    <message>
        <source>row numbers</source>
        <translation>Zeilennummern</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>%1 more steps before</source>
        <translation>%1 Schritte davor</translation>
    </message>
    <message>
        <source>%1 more steps after</source>
        <translation>%1 Schritte danach</translation>
    </message>
    <message>
        <source>backward to %1: gradient %2</source>
        <translation>rückwärts zu %1: Gradient %2</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n Einheit</numerusform>
            <numerusform>%n Einheiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>from the left</source>
        <translation>von links</translation>
    </message>
    <message>
        <source>from the right</source>
        <translation>von rechts</translation>
    </message>
    <message>
        <source>width: its length, by decades</source>
        <translation>Breite: Länge, nach Zehnerpotenzen</translation>
    </message>
    <message>
        <source>chains: as wide as the state is large</source>
        <translation>Ketten: so breit, wie der Zustand groß ist</translation>
    </message>
    <message>
        <source>empty: not computed yet</source>
        <translation>leer: noch nicht berechnet</translation>
    </message>
    <message>
        <source>back through tanh: times 1 − h²</source>
        <translation>zurück durch tanh: mal 1 − h²</translation>
    </message>
    <message>
        <source>the sum</source>
        <translation>die Summe</translation>
    </message>
    <message>
        <source>no conveyor: every step back multiplies by 1 − h² and by Uᵀ</source>
        <translation>kein Förderband: Jeder Schritt zurück multipliziert mit 1 − h² und mit Uᵀ</translation>
    </message>
    <message>
        <source>no conveyor: only through tanh and U</source>
        <translation>kein Förderband: nur durch tanh und U</translation>
    </message>
    <message>
        <source>no conveyor</source>
        <translation>kein Förderband</translation>
    </message>
    <message>
        <source>from this step&apos;s loss %1</source>
        <translation>vom Verlust dieses Schritts %1</translation>
    </message>
    <message>
        <source>from the layer above %1</source>
        <translation>von der Schicht darüber %1</translation>
    </message>
    <message>
        <source>from the next step %1, %2</source>
        <translation>vom nächsten Schritt %1, %2</translation>
    </message>
    <message>
        <source>next step %1, loss %2</source>
        <translation>nächster Schritt %1, Verlust %2</translation>
    </message>
    <message>
        <source>next step %1, above %2</source>
        <translation>nächster Schritt %1, oben %2</translation>
    </message>
    <message>
        <source>after tanh</source>
        <translation>nach tanh</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>One way back to the old state</source>
        <translation>Ein Weg zurück zum alten Zustand</translation>
    </message>
    <message>
        <source>One way back</source>
        <translation>Ein Weg zurück</translation>
    </message>
    <message>
        <source>their sum a</source>
        <translation>ihre Summe a</translation>
    </message>
    <message>
        <source>their sum</source>
        <translation>ihre Summe</translation>
    </message>
    <message>
        <source>no way straight through: the state is made anew at every step</source>
        <translation>kein Weg geradeaus: Der Zustand wird an jedem Schritt neu gemacht</translation>
    </message>
    <message>
        <source>no way straight through</source>
        <translation>kein Weg geradeaus</translation>
    </message>
    <message>
        <source>no way through</source>
        <translation>kein Weg durch</translation>
    </message>
    <message>
        <source>read at the next step through U again</source>
        <translation>wird am nächsten Schritt wieder durch U gelesen</translation>
    </message>
    <message>
        <source>to the next step</source>
        <translation>zum nächsten Schritt</translation>
    </message>
    <message>
        <source>the old state goes no further: only U h reaches the new one</source>
        <translation>der alte Zustand geht nicht weiter: Nur U h erreicht den neuen</translation>
    </message>
    <message>
        <source>steps %1–%2 share a column</source>
        <translation>Schritte %1–%2 teilen sich eine Spalte</translation>
    </message>
    <message>
        <source>%1 units from %2 to %3</source>
        <translation>%1 Einheiten von %2 bis %3</translation>
    </message>
    <message>
        <source>steps %1–%2</source>
        <translation>Schritte %1–%2</translation>
    </message>
    <message>
        <source>; under the pointer %1, %2: mean %3, from %4 to %5</source>
        <translation>; unter dem Zeiger %1, %2: Mittel %3, von %4 bis %5</translation>
    </message>
    <message>
        <source>step %1, the change of %2 of unit %3 against the run before: %4</source>
        <translation>Schritt %1, Änderung von %2 von Einheit %3 gegenüber dem Lauf davor: %4</translation>
    </message>
    <message>
        <source>step %1, %2 %3, unit %4: %5</source>
        <translation>Schritt %1, %2 %3, Einheit %4: %5</translation>
    </message>
    <message>
        <source>step %1, length of ∂L/∂h over all units: %2, %3</source>
        <translation>Schritt %1, Länge von ∂L/∂h über alle Einheiten: %2, %3</translation>
    </message>
    <message>
        <source>%1; the loss of this step is watched</source>
        <translation>%1; der Verlust dieses Schritts wird beobachtet</translation>
    </message>
    <message>
        <source>step %1: the breakpoint “%2” becomes true</source>
        <translation>Schritt %1: Der Haltepunkt „%2“ wird wahr</translation>
    </message>
    <message>
        <source>, forward →</source>
        <translation>, vorwärts →</translation>
    </message>
    <message>
        <source>, ← backward</source>
        <translation>, ← rückwärts</translation>
    </message>
    <message>
        <source>what is left of the signal</source>
        <translation>was vom Signal übrig ist</translation>
    </message>
    <message>
        <source>step %1 → %2: lost, %3 is left</source>
        <translation>Schritt %1 → %2: verloren, %3 sind übrig</translation>
    </message>
    <message>
        <source>step %1 → %2: %3 is left</source>
        <translation>Schritt %1 → %2: %3 sind übrig</translation>
    </message>
    <message>
        <source>step %1 → %2: grows %3 times</source>
        <translation>Schritt %1 → %2: wächst auf das %3-Fache</translation>
    </message>
    <message>
        <source>step %1 → %2: explodes, %3 times</source>
        <translation>Schritt %1 → %2: explodiert, auf das %3-Fache</translation>
    </message>
    <message>
        <source>lowers</source>
        <translation>senkt</translation>
    </message>
    <message>
        <source>raises</source>
        <translation>hebt</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>wrong answers</source>
        <translation>falsche Antworten</translation>
    </message>
    <message>
        <source>letters: nearer</source>
        <translation>Buchstaben: näher</translation>
    </message>
    <message>
        <source>reads row</source>
        <translation>liest Zeile</translation>
    </message>
    <message>
        <source>reads → says</source>
        <translation>liest → sagt</translation>
    </message>
    <message>
        <source>step %1 reads %2; its answer is not computed yet</source>
        <translation>Schritt %1 liest %2; seine Antwort ist noch nicht berechnet</translation>
    </message>
    <message>
        <source>step %1 reads %2, says %3 with probability %4</source>
        <translation>Schritt %1 liest %2, sagt %3 mit Wahrscheinlichkeit %4</translation>
    </message>
    <message>
        <source>%1 units a row</source>
        <translation>%1 Einheiten je Zeile</translation>
    </message>
    <message>
        <source>no step here</source>
        <translation>hier kein Schritt</translation>
    </message>
    <message>
        <source>what is left</source>
        <translation>was übrig ist</translation>
    </message>
    <message>
        <source>of “%1”, step %2</source>
        <translation>von „%1“, Schritt %2</translation>
    </message>
    <message>
        <source>of step %2</source>
        <translation>von Schritt %2</translation>
    </message>
    <message>
        <source>step %1 is read before “%2” of step %3 is</source>
        <translation>Schritt %1 wird gelesen, bevor „%2“ von Schritt %3 es wird</translation>
    </message>
    <message>
        <source>step %1: %2 is left of the difference that “%3” of step %4 made to the state, against what else might have been read there</source>
        <translation>Schritt %1: %2 ist von dem Unterschied übrig, den „%3“ von Schritt %4 im Zustand machte, gegenüber dem, was dort sonst hätte stehen können</translation>
    </message>
    <message>
        <source>all %1 steps</source>
        <translation>alle %1 Schritte</translation>
    </message>
    <message>
        <source>the answer: not computed yet</source>
        <translation>die Antwort: noch nicht berechnet</translation>
    </message>
    <message>
        <source>slope of %1 at %2: %3</source>
        <translation>Steigung von %1 bei %2: %3</translation>
    </message>
    <message>
        <source>slope: not computed yet</source>
        <translation>Steigung: noch nicht berechnet</translation>
    </message>
    <message>
        <source>dL/d%1 = %2</source>
        <translation>dL/d%1 = %2</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>came in</source>
        <translation>kam herein</translation>
    </message>
    <message>
        <source>sent back to each number</source>
        <translation>zurück an jede Zahl</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>dL/d(%1) of this step = %2</source>
        <translation>dL/d(%1) dieses Schritts = %2</translation>
    </message>
    <message>
        <source>sent back to %1: %2</source>
        <translation>zurück an %1: %2</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>gradient: not computed yet</source>
        <translation>Gradient: noch nicht berechnet</translation>
    </message>
    <message>
        <source>Bars are linear, on one scale.</source>
        <translation>Balken sind linear, auf einer Skala.</translation>
    </message>
    <message>
        <source>The longest is %1.</source>
        <translation>Der längste ist %1.</translation>
    </message>
    <message>
        <source>arrives: dL/d%1 = %2</source>
        <translation>kommt an: dL/d%1 = %2</translation>
    </message>
    <message>
        <source>arrives here</source>
        <translation>kommt hier an</translation>
    </message>
    <message>
        <source>%1 from above</source>
        <translation>%1 von oben</translation>
    </message>
    <message>
        <source>%1 from later</source>
        <translation>%1 von später</translation>
    </message>
    <message>
        <source>how freely it can learn</source>
        <translation>wie frei es lernen kann</translation>
    </message>
    <message>
        <source>stuck, 0</source>
        <translation>fest, 0</translation>
    </message>
    <message>
        <source>free, %1</source>
        <translation>frei, %1</translation>
    </message>
    <message>
        <source>gate × value, and their sum</source>
        <translation>Gate × Wert, und ihre Summe</translation>
    </message>
    <message>
        <source>product %1 × %2 = %3</source>
        <translation>Produkt %1 × %2 = %3</translation>
    </message>
    <message>
        <source>product: not computed yet</source>
        <translation>Produkt: noch nicht berechnet</translation>
    </message>
    <message>
        <source>%1: not computed yet</source>
        <translation>%1: noch nicht berechnet</translation>
    </message>
    <message>
        <source>your answer has the knob here</source>
        <translation>Ihre Antwort hat den Knopf hier</translation>
    </message>
    <message>
        <source>no place of the knob gives your answer</source>
        <translation>keine Stelle des Knopfs ergibt Ihre Antwort</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>your answer has the knob here: %1 of the old value stays</source>
        <translation>Ihre Antwort hat den Knopf hier: %1 des alten Werts bleibt</translation>
    </message>
    <message>
        <source>← keep: %1 of it stays</source>
        <translation>← behalten: %1 bleibt</translation>
    </message>
    <message>
        <source>← keep</source>
        <translation>← behalten</translation>
    </message>
    <message>
        <source>overwrite: %1 of it comes in →</source>
        <translation>überschreiben: %1 kommt herein →</translation>
    </message>
    <message>
        <source>overwrite →</source>
        <translation>überschreiben →</translation>
    </message>
    <message>
        <source>squash</source>
        <translation>stauchen</translation>
    </message>
    <message>
        <source>any sum becomes −1 to 1</source>
        <translation>jede Summe wird −1 bis 1</translation>
    </message>
    <message>
        <source>any sum becomes 0 to 1</source>
        <translation>jede Summe wird 0 bis 1</translation>
    </message>
    <message>
        <source>below 0 nothing is left</source>
        <translation>unter 0 bleibt nichts</translation>
    </message>
    <message>
        <source>sum %1 = %2</source>
        <translation>Summe %1 = %2</translation>
    </message>
    <message>
        <source>sum: not computed yet</source>
        <translation>Summe: noch nicht berechnet</translation>
    </message>
    <message>
        <source>the point: not computed yet</source>
        <translation>der Punkt: noch nicht berechnet</translation>
    </message>
    <message>
        <source>%1(%2) = %3, slope %4</source>
        <translation>%1(%2) = %3, Steigung %4</translation>
    </message>
    <message>
        <source>*%1 more*</source>
        <translation>*%1 weitere*</translation>
    </message>
    <message>
        <source>what attention reads, number %1</source>
        <translation>was Attention liest, Nummer %1</translation>
    </message>
    <message>
        <source>state h, unit %1</source>
        <translation>Zustand h, Einheit %1</translation>
    </message>
    <message>
        <source>state h, backward, unit %1</source>
        <translation>Zustand h, rückwärts, Einheit %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>comes in</source>
        <translation>kommt herein</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>zurückgeschickt</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1, Einheit %2</translation>
    </message>
    <message>
        <source>h before, unit %1</source>
        <translation>h davor, Einheit %1</translation>
    </message>
    <message>
        <source>sent back by %1: %2</source>
        <translation>zurückgeschickt von %1: %2</translation>
    </message>
    <message>
        <source>sent back: not computed yet</source>
        <translation>zurückgeschickt: noch nicht berechnet</translation>
    </message>
    <message>
        <source>Each of the %1 sums sends its gradient back</source>
        <translation>Jede der %1 Summen schickt ihren Gradienten zurück</translation>
    </message>
    <message>
        <source>to all that it has read, through the same weights.</source>
        <translation>an alles, was sie gelesen hat, durch dieselben Gewichte.</translation>
    </message>
    <message>
        <source>Unit %1 reads all of x and all of the old state,</source>
        <translation>Einheit %1 liest das ganze x und den ganzen alten Zustand,</translation>
    </message>
    <message>
        <source>once for each of its %1 sums, with other weights.</source>
        <translation>einmal für jede ihrer %1 Summen, mit anderen Gewichten.</translation>
    </message>
    <message>
        <source>the knob of the blend: not computed yet</source>
        <translation>der Knopf der Mischung: noch nicht berechnet</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>× gain / spread</source>
        <translation>× Faktor/Streuung</translation>
    </message>
    <message>
        <source>weight × value</source>
        <translation>Gewicht × Wert</translation>
    </message>
    <message>
        <source>gate × value</source>
        <translation>Gate × Wert</translation>
    </message>
    <message>
        <source>each product moves it</source>
        <translation>jedes Produkt bewegt sie</translation>
    </message>
    <message>
        <source>%1 products that are smaller than these</source>
        <translation>%1 Produkte, die kleiner sind als diese</translation>
    </message>
    <message>
        <source>adds %1</source>
        <translation>fügt %1 hinzu</translation>
    </message>
    <message>
        <source>%1 more, together %2</source>
        <translation>%1 weitere, zusammen %2</translation>
    </message>
    <message>
        <source>product %1 × %2, by gain and spread: %3</source>
        <translation>Produkt %1 × %2, mit Faktor und Streuung: %3</translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>zusammen %1</translation>
    </message>
    <message>
        <source>together: not computed yet</source>
        <translation>zusammen: noch nicht berechnet</translation>
    </message>
    <message>
        <source>the past u = %1</source>
        <translation>die Vergangenheit u = %1</translation>
    </message>
    <message>
        <source>%1 times %2</source>
        <translation>%1 mal %2</translation>
    </message>
    <message>
        <source>what the reset gate lets by</source>
        <translation>was das Reset-Gate durchlässt</translation>
    </message>
    <message>
        <source>what the gate lets by</source>
        <translation>was das Gate durchlässt</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>squashed cell state</source>
        <translation>gestauchter Zellzustand</translation>
    </message>
    <message>
        <source>1 − %1</source>
        <translation>1 − %1</translation>
    </message>
    <message>
        <source>input x, number %1</source>
        <translation>Eingabe x, Zahl %1</translation>
    </message>
    <message>
        <source>x, unit %1 of layer %2</source>
        <translation>x, Einheit %1 von Schicht %2</translation>
    </message>
    <message>
        <source>r times h before, unit %1</source>
        <translation>r mal h davor, Einheit %1</translation>
    </message>
    <message>
        <source>reset gate r, unit %1</source>
        <translation>Reset-Gate r, Einheit %1</translation>
    </message>
    <message>
        <source>minus the mean, by gain %1 = %2 and spread</source>
        <translation>minus das Mittel, mit Faktor %1 = %2 und Streuung</translation>
    </message>
    <message>
        <source>the past u, unit %1</source>
        <translation>die Vergangenheit u, Einheit %1</translation>
    </message>
    <message>
        <source>held</source>
        <translation>festgehalten</translation>
    </message>
    <message>
        <source>What if: the network would have made %1 of it.</source>
        <translation>Was, wenn: Das Netz hätte %1 daraus gemacht.</translation>
    </message>
    <message>
        <source>%1, unit %2, step %3</source>
        <translation>%1, Einheit %2, Schritt %3</translation>
    </message>
    <message>
        <source>%1 of the head, step %2</source>
        <translation>%1 des Kopfes, Schritt %2</translation>
    </message>
    <message>
        <source>gradient %1: %2</source>
        <translation>Gradient %1: %2</translation>
    </message>
    <message>
        <source>, reads layer %1</source>
        <translation>, liest Schicht %1</translation>
    </message>
    <message>
        <source>, reads </source>
        <translation>, liest </translation>
    </message>
    <message>
        <source>Row %1 of %2 and %3.</source>
        <translation>Zeile %1 von %2 und %3.</translation>
    </message>
    <message>
        <source>The input is a single 1, so it picks one weight.</source>
        <translation>Die Eingabe ist eine einzelne 1, also wählt sie ein Gewicht aus.</translation>
    </message>
    <message>
        <source>The loudest voice of the past is unit %1: %2 × %3 %4 %5.</source>
        <translation>Die lauteste Stimme der Vergangenheit ist Einheit %1: %2 × %3 %4 %5.</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>every step&apos;s loss</source>
        <translation>Gesamtverlust</translation>
    </message>
    <message>
        <source>last step&apos;s loss</source>
        <translation>Verlust am Ende</translation>
    </message>
    <message>
        <source>step %1&apos;s loss</source>
        <translation>Verlust an Schritt %1</translation>
    </message>
    <message>
        <source>of %1 (mean)</source>
        <translation>von %1 (Mittel)</translation>
    </message>
    <message>
        <source>of the %1</source>
        <translation>vom %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>vom %1</translation>
    </message>
    <message>
        <source>The other network cannot read this input: %1</source>
        <translation>Das andere Netz kann diese Eingabe nicht lesen: %1</translation>
    </message>
    <message>
        <source>the same weights, reset gate at the other place</source>
        <translation>dieselben Gewichte, Reset-Gate an der anderen Stelle</translation>
    </message>
    <message>
        <source>the same weights, update gate the other way round</source>
        <translation>dieselben Gewichte, Update-Gate andersherum</translation>
    </message>
    <message>
        <source>a GRU of the same size, initialised</source>
        <translation>ein GRU gleicher Größe, frisch begonnen</translation>
    </message>
    <message>
        <source>an LSTM of the same size, initialised</source>
        <translation>ein LSTM gleicher Größe, frisch begonnen</translation>
    </message>
    <message>
        <source>an RNN of the same size, initialised</source>
        <translation>ein RNN gleicher Größe, frisch begonnen</translation>
    </message>
    <message>
        <source>input x, sequence %1</source>
        <translation>Eingabe x, Folge %1</translation>
    </message>
    <message>
        <source>reads backwards</source>
        <translation>liest rückwärts</translation>
    </message>
    <message>
        <source>initial state h0, %1</source>
        <translation>Anfangszustand h0, %1</translation>
    </message>
    <message>
        <source>initial cell state c0, %1</source>
        <translation>anfänglicher Zellzustand c0, %1</translation>
    </message>
    <message>
        <source>sequence %1</source>
        <translation>Folge %1</translation>
    </message>
    <message>
        <source>h of unit %1</source>
        <translation>h von Einheit %1</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>It reads the state of the layer below, %1 units.</source>
        <translation>Sie liest den Zustand der Schicht darunter, %1 Einheiten.</translation>
    </message>
    <message>
        <source>It reads a letter, one-hot: x is 1 at place %1 and 0 at the %2 others.</source>
        <translation>Sie liest einen Buchstaben, one-hot: x ist 1 an Stelle %1 und 0 an den %2 anderen.</translation>
    </message>
    <message>
        <source>It reads x, which is one number.</source>
        <translation>Sie liest x, und das ist eine Zahl.</translation>
    </message>
    <message>
        <source>It reads x, which has %1 components.</source>
        <translation>Sie liest x mit seinen %1 Komponenten.</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>Stelle %1</translation>
    </message>
    <message>
        <source>The step begins with what it reads, and with the state that the step before left behind.</source>
        <translation>Der Schritt beginnt mit dem, was er liest, und mit dem Zustand, den der Schritt davor hinterließ.</translation>
    </message>
    <message>
        <source>It is the first step that is read, so this is the initial state.</source>
        <translation>Es ist der erste Schritt, der gelesen wird, also ist das der Anfangszustand.</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <source>A what-if holds it at %1 here: what the network makes of its inputs does not count.</source>
        <translation>Ein Was-wenn hält den Wert hier auf %1 fest: Was das Netz aus seinen Eingaben macht, zählt nicht.</translation>
    </message>
    <message>
        <source>Positive in vermilion, negative in grey. The bars add up from top to bottom.</source>
        <translation>Positiv zinnoberrot, negativ grau. Die Balken summieren sich von oben nach unten.</translation>
    </message>
    <message>
        <source>The state before is also read at its own step; with what comes back from there:</source>
        <translation>Der Zustand davor wird auch an seinem eigenen Schritt gelesen; mit dem, was von dort zurückkommt:</translation>
    </message>
    <message>
        <source>Through the squashing function</source>
        <translation>Durch die stauchende Funktion</translation>
    </message>
    <message>
        <source>the layer below</source>
        <translation>die Schicht darunter</translation>
    </message>
    <message>
        <source>one-hot letter</source>
        <translation>Buchstabe, one-hot</translation>
    </message>
    <message>
        <source>Backward through: %1, unit %2</source>
        <translation>Rückwärts durch: %1, Einheit %2</translation>
    </message>
    <message>
        <source>part %1 of 0–%2</source>
        <translation>Teil %1 von 0–%2</translation>
    </message>
    <message>
        <source>How much of the old state this unit keeps: 1 keeps all, 0 overwrites all.</source>
        <translation>Wie viel vom alten Zustand diese Einheit behält: 1 behält alles, 0 überschreibt alles.</translation>
    </message>
    <message>
        <source>How much of the old state this unit overwrites: 0 keeps all, 1 overwrites all.</source>
        <translation>Wie viel vom alten Zustand diese Einheit überschreibt: 0 behält alles, 1 überschreibt alles.</translation>
    </message>
    <message>
        <source>What this unit would become if nothing of its old value were kept.</source>
        <translation>Was diese Einheit würde, wenn nichts von ihrem alten Wert behalten würde.</translation>
    </message>
    <message>
        <source>The new state lies %1 % of the way from the old value to the candidate.</source>
        <translation>Der neue Zustand liegt auf %1 % des Wegs vom alten Wert zum Kandidaten.</translation>
    </message>
    <message>
        <source>Where the update gate came from</source>
        <translation>Woher das Update-Gate kam</translation>
    </message>
    <message>
        <source>How much of its old value the cell keeps: 1 keeps all, 0 forgets all.</source>
        <translation>Wie viel von ihrem alten Wert die Zelle behält: 1 behält alles, 0 vergisst alles.</translation>
    </message>
    <message>
        <source>How much of the candidate is let into the cell: 1 lets all in, 0 nothing.</source>
        <translation>Wie viel vom Kandidaten in die Zelle gelassen wird: 1 lässt alles ein, 0 nichts.</translation>
    </message>
    <message>
        <source>What could be added to the cell.</source>
        <translation>Was zur Zelle hinzukommen könnte.</translation>
    </message>
    <message>
        <source>The cell keeps %1 % of its old value and takes in %2 % of the candidate. The two gates are free of each other.</source>
        <translation>Die Zelle behält %1 % ihres alten Werts und nimmt %2 % des Kandidaten auf. Die beiden Gates sind voneinander unabhängig.</translation>
    </message>
    <message>
        <source>How much of the cell is shown to the outside: 1 shows all of it, 0 nothing.</source>
        <translation>Wie viel von der Zelle nach außen gezeigt wird: 1 zeigt alles davon, 0 nichts.</translation>
    </message>
    <message>
        <source>The cell may grow past 1; what it shows is squashed first.</source>
        <translation>Die Zelle darf über 1 wachsen; was sie zeigt, wird erst gestaucht.</translation>
    </message>
    <message>
        <source>The whole state is written anew at every step; nothing lets the old value by.</source>
        <translation>Der ganze Zustand wird an jedem Schritt neu geschrieben; nichts lässt den alten Wert vorbei.</translation>
    </message>
    <message>
        <source>All of the gradient has to go through tanh and the weights; there is no way round them.</source>
        <translation>Der ganze Gradient muss durch tanh und die Gewichte; daran führt kein Weg vorbei.</translation>
    </message>
    <message>
        <source>This is what the step before receives.</source>
        <translation>Das erhält der Schritt davor.</translation>
    </message>
    <message>
        <source>row %1 of %2 (%3 rows are %4–%5)</source>
        <translation>Zeile %1 von %2 (Zeilen von %3: %4–%5)</translation>
    </message>
    <message>
        <source>The blend splits the gradient: straight back along the conveyor, to the candidate, and to the update gate.</source>
        <translation>Die Mischung teilt den Gradienten: geradeaus das Förderband zurück, zum Kandidaten und zum Update-Gate.</translation>
    </message>
    <message>
        <source>What the blend took from the candidate comes back to it, and on through tanh.</source>
        <translation>Was die Mischung vom Kandidaten nahm, kommt zu ihm zurück und weiter durch tanh.</translation>
    </message>
    <message>
        <source>The gate is told how far apart the two values are between which it chose.</source>
        <translation>Das Gate erfährt, wie weit die beiden Werte auseinanderliegen, zwischen denen es wählte.</translation>
    </message>
    <message>
        <source>The reset gate is told what the past that it let by was worth to the candidate.</source>
        <translation>Das Reset-Gate erfährt, was die Vergangenheit, die es durchließ, dem Kandidaten wert war.</translation>
    </message>
    <message>
        <source>All ways have come back to the state before this step. This is what the step before receives.</source>
        <translation>Alle Wege sind zum Zustand vor diesem Schritt zurückgekehrt. Das erhält der Schritt davor.</translation>
    </message>
    <message>
        <source>The chain rule at this unit</source>
        <translation>Die Kettenregel an dieser Einheit</translation>
    </message>
    <message>
        <source>The gradient of the state splits: to the output gate, and through tanh into the cell.</source>
        <translation>Der Gradient des Zustands teilt sich: zum Output-Gate und durch tanh in die Zelle.</translation>
    </message>
    <message>
        <source>Into the cell</source>
        <translation>In die Zelle</translation>
    </message>
    <message>
        <source>Two streams meet in the cell: from the state of this step, and along the cell from the step after.</source>
        <translation>Zwei Ströme treffen sich in der Zelle: vom Zustand dieses Schritts und die Zelle entlang vom Schritt danach.</translation>
    </message>
    <message>
        <source>from the state</source>
        <translation>vom Zustand</translation>
    </message>
    <message>
        <source>along the cell</source>
        <translation>die Zelle entlang</translation>
    </message>
    <message>
        <source>in the cell</source>
        <translation>in der Zelle</translation>
    </message>
    <message>
        <source>Straight back along the cell</source>
        <translation>Geradeaus die Zelle zurück</translation>
    </message>
    <message>
        <source>What the input gate let into the cell comes back to the candidate.</source>
        <translation>Was das Input-Gate in die Zelle ließ, kommt zum Kandidaten zurück.</translation>
    </message>
    <message>
        <source>The input gate is told what the candidate was worth.</source>
        <translation>Das Input-Gate erfährt, was der Kandidat wert war.</translation>
    </message>
    <message>
        <source>The forget gate is told what the old value of the cell was worth.</source>
        <translation>Das Forget-Gate erfährt, was der alte Wert der Zelle wert war.</translation>
    </message>
    <message>
        <source>The four sums have come back to the state before this step. The cell goes back on its own way, times the forget gate.</source>
        <translation>Die vier Summen sind zum Zustand vor diesem Schritt zurückgekehrt. Die Zelle geht ihren eigenen Weg zurück, mal das Forget-Gate.</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1, Schritt %2</translation>
    </message>
    <message>
        <source>%1, step %2 of layer %3, forward</source>
        <translation>%1, Schritt %2 von Schicht %3, vorwärts</translation>
    </message>
    <message>
        <source>%1, step %2 of layer %3, backward</source>
        <translation>%1, Schritt %2 von Schicht %3, rückwärts</translation>
    </message>
    <message>
        <source>unit %1: %2</source>
        <translation>Einheit %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 units are told</source>
        <translation>%1 von %2 Einheiten sind genannt</translation>
    </message>
    <message>
        <source>“%1” is not a row of the embedding; write row numbers with spaces between, such as 3 1 5.</source>
        <translation>„%1“ ist keine Zeile des Embeddings; schreiben Sie Zeilennummern mit Leerzeichen dazwischen, etwa 3 1 5.</translation>
    </message>
    <message>
        <source>The animation was given up.</source>
        <translation>Die Animation wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The frames of this animation are too large for this computer&apos;s memory.</source>
        <translation>Die Bilder dieser Animation sind zu groß für den Speicher dieses Computers.</translation>
    </message>
    <message>
        <source>A GIF of %1 × %2 pixels cannot be made; the format ends at 65535.</source>
        <translation>Ein GIF mit %1 × %2 Pixeln geht nicht; das Format endet bei 65535.</translation>
    </message>
    <message>
        <source>The GIF could not be put together; there may be too little memory.</source>
        <translation>Das GIF ließ sich nicht zusammensetzen; vielleicht ist zu wenig Speicher da.</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels could not be drawn.</source>
        <translation>Ein Bild mit %1 × %2 Pixeln ließ sich nicht zeichnen.</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large for this computer&apos;s memory.</source>
        <translation>Ein Bild mit %1 × %2 Pixeln ist zu groß für den Speicher dieses Computers.</translation>
    </message>
    <message>
        <source>The MP4 that ffmpeg made cannot be read: %1.</source>
        <translation>Das MP4, das ffmpeg gemacht hat, lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>%1 is made by the program %2, which is not installed here: install it, or choose %3.</source>
        <translation>%1 macht das Programm %2, das hier nicht installiert ist: Installieren Sie es oder wählen Sie %3.</translation>
    </message>
    <message>
        <source>While predicting, what is to come stays hidden.</source>
        <translation>Während vorhergesagt wird, bleibt verborgen, was kommt.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>Eine Einheit</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Gradients along time</source>
        <translation>Gradienten über die Zeit</translation>
    </message>
    <message>
        <source>%1: from %2 at %5 %6 to %3 at %5 %4.</source>
        <translation>%1: von %2 bei %5 %6 bis %3 bei %5 %4.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>states</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>3 blocks</source>
        <translation>3 Blöcke</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Shapes and errors</source>
        <translation>Formen und Fehler</translation>
    </message>
    <message>
        <source>Every tensor of a layer, and what an error message means</source>
        <translation>Jeder Tensor einer Schicht, und was eine Fehlermeldung meint</translation>
    </message>
    <message>
        <source>Lengths and padding</source>
        <translation>Längen und Padding</translation>
    </message>
    <message>
        <source>What padding, packing, masks and states across batches do to the last state</source>
        <translation>Was Padding, Packen, Masken und Zustände über Batches hinweg mit dem letzten Zustand machen</translation>
    </message>
    <message>
        <source>One matrix instead of six</source>
        <translation>Eine Matrix statt sechs</translation>
    </message>
    <message>
        <source>How a GRU&apos;s products are merged, and what that saves</source>
        <translation>Wie sich die Produkte eines GRU zusammenlegen lassen und was das spart</translation>
    </message>
    <message>
        <source>Myths</source>
        <translation>Mythen</translation>
    </message>
    <message>
        <source>What is often said about GRUs, and what comes out when it is measured</source>
        <translation>Was oft über GRUs gesagt wird, und was die Messung ergibt</translation>
    </message>
    <message>
        <source>masked (Keras)</source>
        <translation>maskiert (Keras)</translation>
    </message>
    <message>
        <source>every step read</source>
        <translation>jeder Schritt gelesen</translation>
    </message>
    <message>
        <source>off by</source>
        <translation>daneben um</translation>
    </message>
    <message>
        <source>Hatched steps are masked</source>
        <translation>Schraffierte Schritte sind maskiert</translation>
    </message>
    <message>
        <source>below each step: the state after it, as Keras keeps it</source>
        <translation>unter jedem Schritt: der Zustand danach, wie Keras ihn behält</translation>
    </message>
    <message>
        <source>Cursor: %1, step %2, read.</source>
        <translation>Zeiger: %1, Schritt %2, gelesen.</translation>
    </message>
    <message>
        <source>Cursor: %1, step %2, masked.</source>
        <translation>Zeiger: %1, Schritt %2, maskiert.</translation>
    </message>
    <message>
        <source>%1: %2, every step read is off by %3.</source>
        <translation>%1: %2, jeder Schritt gelesen liegt um %3 daneben.</translation>
    </message>
    <message>
        <source>h after the last step, of the first sequence</source>
        <translation>h nach dem letzten Schritt, der ersten Folge</translation>
    </message>
    <message>
        <source>h after the last step, of a smaller layer (I %1, H %2, T %3, B %4)</source>
        <translation>h nach dem letzten Schritt, einer kleineren Schicht (I %1, H %2, T %3, B %4)</translation>
    </message>
    <message>
        <source>What cannot be merged</source>
        <translation>Was sich nicht zusammenlegen lässt</translation>
    </message>
    <message>
        <source>h, rightly</source>
        <translation>h, richtig</translation>
    </message>
    <message>
        <source>h, merged</source>
        <translation>h, zusammengelegt</translation>
    </message>
    <message>
        <source>I: numbers that are read at a step</source>
        <translation>I: Zahlen, die je Schritt gelesen werden</translation>
    </message>
    <message>
        <source>H: units</source>
        <translation>H: Einheiten</translation>
    </message>
    <message>
        <source>T: steps</source>
        <translation>T: Schritte</translation>
    </message>
    <message>
        <source>B: sequences in the batch</source>
        <translation>B: Folgen im Batch</translation>
    </message>
    <message>
        <source>Six matrices</source>
        <translation>Sechs Matrizen</translation>
    </message>
    <message>
        <source>Two stacked</source>
        <translation>Zwei gestapelte</translation>
    </message>
    <message>
        <source>… and all x at once</source>
        <translation>… und alle x auf einmal</translation>
    </message>
    <message>
        <source>Merging saves no multiplication: every way does %1 multiply–adds, in fewer and larger products.</source>
        <translation>Zusammenlegen spart keine Multiplikation: Jeder Weg macht %1 Multiplikationen mit Addition, in weniger und größeren Produkten.</translation>
    </message>
    <message>
        <source>And here it changes no number, to the last bit; the reference engine differs by at most %1.</source>
        <translation>Und hier ändert es keine Zahl, bis zum letzten Bit; die Referenz weicht höchstens um %1 ab.</translation>
    </message>
    <message>
        <source>And it changes no number but by rounding: two ways differ by at most %1 in double precision, %2 in single, and from the reference engine by %3.</source>
        <translation>Und es ändert keine Zahl außer durch Rundung: Zwei Wege unterscheiden sich höchstens um %1 in doppelter, %2 in einfacher Genauigkeit, und von der Referenz um %3.</translation>
    </message>
    <message>
        <source>Make your guess first: then it is told here.</source>
        <translation>Raten Sie zuerst: Dann steht es hier.</translation>
    </message>
    <message>
        <source>b_in and b_hn stay two: r multiplies b_hn and not b_in. The biases of r and z could be one each. Added into one all the same, b_hn puts h off by %1.</source>
        <translation>b_in und b_hn bleiben zwei: r multipliziert b_hn und nicht b_in. Die Bias von r und z könnten je einer sein. Trotzdem zu einem addiert, bringt b_hn das h um %1 daneben.</translation>
    </message>
    <message>
        <source>U_n multiplies r∘h and so waits for r: only r and z share a product. U&#xa0;h for all three at once is another network, and h is off by %1. cuDNN has only that other one: with reset_after=False Keras runs its own loop.</source>
        <translation>U_n multipliziert r∘h und wartet deshalb auf r: Nur r und z teilen sich ein Produkt. U&#xa0;h für alle drei auf einmal ist ein anderes Netz, und h liegt um %1 daneben. cuDNN hat nur dieses andere: Mit reset_after=False nimmt Keras seine eigene Schleife.</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <source>How long each way takes on this machine has not been measured for these sizes.</source>
        <translation>Wie lange jeder Weg auf diesem Computer dauert, ist für diese Größen nicht gemessen.</translation>
    </message>
    <message>
        <source>The whole forward pass on this machine by Eigen: products and gates, single precision, one thread. Median of %1 rounds, in turn, and in brackets what the middle half of them lies between; how much faster is said where that half and the one of six matrices do not overlap. Other libraries and a GPU gain otherwise.</source>
        <translation>Der ganze Vorwärtslauf auf diesem Computer mit Eigen: Produkte und Gates, einfache Genauigkeit, ein Thread. Median aus %1 Runden, abwechselnd, und in Klammern, wozwischen ihre mittlere Hälfte liegt; wie viel schneller, steht dort, wo diese Hälfte und die der sechs Matrizen sich nicht überschneiden. Andere Bibliotheken und eine GPU gewinnen anders.</translation>
    </message>
    <message>
        <source>%1 %2: blocks %3.</source>
        <translation>%1 %2: Blöcke %3.</translation>
    </message>
    <message>
        <source>%1: %2 products</source>
        <translation>%1: %2 Produkte</translation>
    </message>
    <message>
        <source>%1: not told yet</source>
        <translation>%1: noch nicht gesagt</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>Last h, %1: %2.</source>
        <translation>Letztes h, %1: %2.</translation>
    </message>
    <message>
        <source>Padded: all %1 steps of every row are read</source>
        <translation>Aufgefüllt: Alle %1 Schritte jeder Zeile werden gelesen</translation>
    </message>
    <message>
        <source>Packed: real steps alone, the longest first</source>
        <translation>Gepackt: nur echte Schritte, die längste zuerst</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>gepackt</translation>
    </message>
    <message>
        <source>padded</source>
        <translation>aufgefüllt</translation>
    </message>
    <message>
        <source>backwards</source>
        <translation>rückwärts</translation>
    </message>
    <message>
        <source>How far h_n is off after so many zeros (1: by its own length)</source>
        <translation>Fehler von h_n nach so vielen Nullen (1: seine Länge)</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>All are equally long: nothing is padded, and h_n is the same to the last bit.</source>
        <translation>Alle sind gleich lang: Nichts wird aufgefüllt, und h_n ist bis zum letzten Bit dasselbe.</translation>
    </message>
    <message>
        <source>Without biases a state of zeros stays zeros while zeros are read: here left padding changes nothing.</source>
        <translation>Ohne Bias bleibt ein Zustand aus Nullen null, solange Nullen gelesen werden: Hier ändert Padding links nichts.</translation>
    </message>
    <message>
        <source>The backward direction begins in the zeros, the forward one ends in them.</source>
        <translation>Die Rückwärtsrichtung beginnt in den Nullen, die Vorwärtsrichtung endet in ihnen.</translation>
    </message>
    <message>
        <source>The forward direction begins in the zeros, the backward one ends in them.</source>
        <translation>Die Vorwärtsrichtung beginnt in den Nullen, die Rückwärtsrichtung endet in ihnen.</translation>
    </message>
    <message>
        <source>Zeros are not nothing: %1 reads %2 after its end, and its h_n is off by %3.</source>
        <translation>Nullen sind nicht nichts: %1 liest %2 nach ihrem Ende, und ihr h_n liegt um %3 daneben.</translation>
    </message>
    <message>
        <source>Zeros are not nothing: %1 reads %2 before its start, and its h_n is off by %3.</source>
        <translation>Nullen sind nicht nichts: %1 liest %2 vor ihrem Anfang, und ihr h_n liegt um %3 daneben.</translation>
    </message>
    <message>
        <source>Zeros are not nothing: %1 reads %2, and backwards its h_n is off by %3.</source>
        <translation>Nullen sind nicht nichts: %1 liest %2, und rückwärts liegt ihr h_n um %3 daneben.</translation>
    </message>
    <message>
        <source>%1: length %2, %3 zeros, h_n off by %4</source>
        <translation>%1: Länge %2, %3 Nullen, h_n um %4 daneben</translation>
    </message>
    <message>
        <source>, backwards by %1</source>
        <translation>, rückwärts um %1</translation>
    </message>
    <message>
        <source>; after %1 zeros by %2.</source>
        <translation>; nach %1 Nullen um %2.</translation>
    </message>
    <message>
        <source>batch_sizes %1, sorted_indices %2, unsorted_indices %3.</source>
        <translation>batch_sizes %1, sorted_indices %2, unsorted_indices %3.</translation>
    </message>
    <message>
        <source>gates and blend make the h that the next step reads</source>
        <translation>Gates und Mischung machen das h, das der nächste Schritt liest</translation>
    </message>
    <message>
        <source>… %1 steps</source>
        <translation>… %1 Schritte</translation>
    </message>
    <message>
        <source>From the input x: one product for all steps at once</source>
        <translation>Von der Eingabe x: ein Produkt für alle Schritte auf einmal</translation>
    </message>
    <message>
        <source>From the input x: %1 at every step (T = %2)</source>
        <translation>Von der Eingabe x: %1 an jedem Schritt (T = %2)</translation>
    </message>
    <message>
        <source>From the state h: %1 at every step (T = %2)</source>
        <translation>Vom Zustand h: %1 an jedem Schritt (T = %2)</translation>
    </message>
    <message>
        <source>one product</source>
        <translation>ein Produkt</translation>
    </message>
    <message>
        <source>%1 products</source>
        <translation>%1 Produkte</translation>
    </message>
    <message>
        <source>h_n, and below as it should be</source>
        <translation>h_n, und darunter, wie es sein sollte</translation>
    </message>
    <message>
        <source>First batch</source>
        <translation>Erster Batch</translation>
    </message>
    <message>
        <source>Second batch</source>
        <translation>Zweiter Batch</translation>
    </message>
    <message>
        <source>bars below: how strongly ½|h_n|² of the second batch pulls at each x</source>
        <translation>Balken unten: wie stark ½|h_n|² des zweiten Batches an jedem x zieht</translation>
    </message>
    <message>
        <source>Row by row the sequences go on: every h_n is that of the sequence in one piece (off by %1).</source>
        <translation>Zeile für Zeile gehen die Folgen weiter: Jedes h_n ist das der Folge in einem Stück (daneben um %1).</translation>
    </message>
    <message>
        <source>PyTorch: output, h = gru(x, h). Keras: stateful=True, without shuffling; sequence i stands in row i of every batch.</source>
        <translation>PyTorch: output, h = gru(x, h). Keras: stateful=True, ohne Mischen der Reihenfolge; Folge i steht in jedem Batch in Zeile i.</translation>
    </message>
    <message>
        <source>The rows changed places, the states did not: each sequence goes on with another&apos;s state, and h_n is off by up to %1. Nothing says so.</source>
        <translation>Die Zeilen haben die Plätze getauscht, die Zustände nicht: Jede Folge geht mit dem Zustand einer anderen weiter, und h_n liegt um bis zu %1 daneben. Nichts meldet das.</translation>
    </message>
    <message>
        <source>PyTorch: order the state too, h[:, order]. Keras: no shuffling between batches of a stateful layer.</source>
        <translation>PyTorch: auch den Zustand ordnen, h[:, order]. Keras: kein Mischen zwischen Batches einer Schicht mit stateful.</translation>
    </message>
    <message>
        <source>Every state begins at zeros again: what the first batch told is forgotten, and h_n is off by up to %1.</source>
        <translation>Jeder Zustand beginnt wieder bei null: Was der erste Batch erzählte, ist vergessen, und h_n liegt um bis zu %1 daneben.</translation>
    </message>
    <message>
        <source>PyTorch does this whenever no h is given, and Keras without stateful=True. It is right where a batch&apos;s sequences begin.</source>
        <translation>PyTorch tut das immer, wenn kein h gegeben ist, und Keras ohne stateful=True. Es ist richtig, wo die Folgen eines Batches beginnen.</translation>
    </message>
    <message>
        <source>Other sequences begin, with the last states of those before them: h_n is off by up to %1.</source>
        <translation>Andere Folgen beginnen, mit den letzten Zuständen derer davor: h_n liegt um bis zu %1 daneben.</translation>
    </message>
    <message>
        <source>PyTorch: give no h, or zeros. Keras: layer.reset_state() before new sequences, and before each epoch.</source>
        <translation>PyTorch: kein h geben, oder Nullen. Keras: layer.reset_state() vor neuen Folgen und vor jeder Epoche.</translation>
    </message>
    <message>
        <source>The state is detached: no gradient goes back into the first batch.</source>
        <translation>Der Zustand ist abgetrennt: Kein Gradient geht in den ersten Batch zurück.</translation>
    </message>
    <message>
        <source>The state is not detached: the gradient goes on into the first batch (%1 there, %2 in the second).</source>
        <translation>Der Zustand ist nicht abgetrennt: Der Gradient geht in den ersten Batch weiter (%1 dort, %2 im zweiten).</translation>
    </message>
    <message>
        <source>Without h.detach() PyTorch&apos;s second backward() stops (“Trying to backward through the graph a second time”), or walks through every batch so far.</source>
        <translation>Ohne h.detach() hält PyTorchs zweites backward() an („Trying to backward through the graph a second time“) oder läuft durch alle bisherigen Batches.</translation>
    </message>
    <message>
        <source>Row %1: first %2, then %3 with the state of %4, h_n off by %5.</source>
        <translation>Zeile %1: zuerst %2, dann %3 mit dem Zustand von %4, h_n um %5 daneben.</translation>
    </message>
    <message>
        <source>not 0</source>
        <translation>nicht 0</translation>
    </message>
    <message>
        <source>came: %1</source>
        <translation>gekommen: %1</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1, %2 × as fast</source>
        <translation>%1, %2 × so schnell</translation>
    </message>
    <message>
        <source>in their order: of x above, of h below</source>
        <translation>in dieser Folge: oben x, unten h</translation>
    </message>
    <message>
        <source>x above, h below</source>
        <translation>oben x, unten h</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>der Reihe nach</translation>
    </message>
    <message>
        <source>Merged how</source>
        <translation>Wie zusammengelegt</translation>
    </message>
    <message>
        <source>products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>hier gemessen</translation>
    </message>
    <message>
        <source>State of unit %1 at every step</source>
        <translation>Zustand von Einheit %1 an jedem Schritt</translation>
    </message>
    <message>
        <source>Share of the gradient that is left, by steps back</source>
        <translation>Anteil des übrigen Gradienten, nach Schritten zurück</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>Eingang %1</translation>
    </message>
    <message>
        <source>%1  %2 … %3</source>
        <translation>%1  %2 … %3</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>step 0</source>
        <translation>Schritt 0</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>nächster Wert</translation>
    </message>
    <message>
        <source>%1, next value</source>
        <translation>%1, nächster Wert</translation>
    </message>
    <message>
        <source>Updates made</source>
        <translation>Gemachte Updates</translation>
    </message>
    <message>
        <source>Keep the run in a file…</source>
        <translation>Lauf in einer Datei aufheben…</translation>
    </message>
    <message>
        <source>Go on with a kept run…</source>
        <translation>Aufgehobenen Lauf fortsetzen…</translation>
    </message>
    <message>
        <source>truth %1</source>
        <translation>Wahrheit %1</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>only the last answer is trained</source>
        <translation>nur die letzte Antwort wird trainiert</translation>
    </message>
    <message>
        <source>probability of what is right, step 0</source>
        <translation>Wahrscheinlichkeit des Richtigen, Schritt 0</translation>
    </message>
    <message>
        <source>off by %1</source>
        <translation>daneben um %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>root mean square</source>
        <translation>mittlere quadratische Abweichung</translation>
    </message>
    <message>
        <source>%1, root mean square</source>
        <translation>%1, mittlere quadratische Abweichung</translation>
    </message>
    <message>
        <source>answers within %1 of the truth</source>
        <translation>Antworten auf %1 genau</translation>
    </message>
    <message>
        <source>answers right</source>
        <translation>richtige Antworten</translation>
    </message>
    <message>
        <source>within %1 of the truth</source>
        <translation>auf %1 genau</translation>
    </message>
    <message>
        <source>persistence, the next value is this one: off by %1</source>
        <translation>Persistenz, der nächste Wert ist dieser: daneben um %1</translation>
    </message>
    <message>
        <source>%1 % better than persistence</source>
        <translation>%1 % besser als Persistenz</translation>
    </message>
    <message>
        <source>%1 % worse than persistence</source>
        <translation>%1 % schlechter als Persistenz</translation>
    </message>
    <message>
        <source>largest error %1</source>
        <translation>größter Fehler %1</translation>
    </message>
    <message>
        <source>answer against truth, largest error %1</source>
        <translation>Antwort gegen Wahrheit, größter Fehler %1</translation>
    </message>
    <message>
        <source>solved means: %1</source>
        <translation>gelöst heißt: %1</translation>
    </message>
    <message>
        <source>solved: %1</source>
        <translation>gelöst: %1</translation>
    </message>
    <message>
        <source>it reads the pale letters and goes on · %1</source>
        <translation>es liest die blassen Buchstaben und fährt fort · %1</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>gekappt</translation>
    </message>
    <message>
        <source>%1 · %2 / %3, the norm over all weights</source>
        <translation>%1 · %2 / %3, die Norm über alle Gewichte</translation>
    </message>
    <message>
        <source>‖g‖ is %1, within %2: it stays</source>
        <translation>‖g‖ ist %1, innerhalb von %2: Er bleibt</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>mean gradient</source>
        <translation>mittlerer Gradient</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>mean square</source>
        <translation>mittleres Quadrat</translation>
    </message>
    <message>
        <source>mean, corrected</source>
        <translation>Mittel, korrigiert</translation>
    </message>
    <message>
        <source>%1 / %2 at update t = %3</source>
        <translation>%1 / %2 bei Update t = %3</translation>
    </message>
    <message>
        <source>square, corrected</source>
        <translation>Quadrat, korrigiert</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>this weight is held: it does not learn</source>
        <translation>dieses Gewicht ist festgehalten: Es lernt nicht</translation>
    </message>
    <message>
        <source>what backpropagation found for this weight</source>
        <translation>was Backpropagation für das Gewicht ergab</translation>
    </message>
    <message>
        <source>Seeing</source>
        <translation>Sehen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Copy as text, for a chat or a worksheet</source>
        <translation>Als Text kopieren, für Chat oder Arbeitsblatt</translation>
    </message>
    <message>
        <source>Paste an experiment</source>
        <translation>Ein Experiment einfügen</translation>
    </message>
    <message>
        <source>Copy as a picture, for a slide</source>
        <translation>Als Bild kopieren, für eine Folie</translation>
    </message>
    <message>
        <source>Export picture or animation…</source>
        <translation>Bild oder Animation exportieren…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Classroom size: readable from the last row</source>
        <translation>Klassengröße: lesbar aus der letzten Reihe</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>Hell, dunkel oder hoher Kontrast</translation>
    </message>
    <message>
        <source>Motion or jumps</source>
        <translation>Bewegung oder Sprünge</translation>
    </message>
    <message>
        <source>Language…</source>
        <translation>Sprache…</translation>
    </message>
    <message>
        <source>Present to a class: the stage alone, over the whole screen</source>
        <translation>Einer Klasse zeigen: nur die Bühne, bildschirmfüllend</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>The demo %1 is missing from this build.</source>
        <translation>Die Demo %1 fehlt in dieser Fassung.</translation>
    </message>
    <message>
        <source>There is no demo %1; there are: %2.</source>
        <translation>Eine Demo %1 gibt es nicht; es gibt: %2.</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>On by one part</source>
        <translation>Einen Teil weiter</translation>
    </message>
    <message>
        <source>Back by one part</source>
        <translation>Einen Teil zurück</translation>
    </message>
    <message>
        <source>On by one step</source>
        <translation>Einen Schritt weiter</translation>
    </message>
    <message>
        <source>Back by one step</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>To the start of the pass</source>
        <translation>Zum Anfang des Laufs</translation>
    </message>
    <message>
        <source>To the end of the pass</source>
        <translation>Zum Ende des Laufs</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Forward or backward pass</source>
        <translation>Vorwärts- oder Rückwärtslauf</translation>
    </message>
    <message>
        <source>The unit above; in the network the layer, in a unit the row</source>
        <translation>Einheit darüber; im Netz die Schicht, in Einheiten die Zeile</translation>
    </message>
    <message>
        <source>The unit below; in the network the layer, in a unit the row</source>
        <translation>Einheit darunter; im Netz die Schicht, in Einheiten die Zeile</translation>
    </message>
    <message>
        <source>The unit above, also from its rows; of the head the output</source>
        <translation>Einheit darüber, auch von Zeilen aus; am Kopf die Ausgabe</translation>
    </message>
    <message>
        <source>The unit below, also from its rows; of the head the output</source>
        <translation>Einheit darunter, auch von Zeilen aus; am Kopf die Ausgabe</translation>
    </message>
    <message>
        <source>The network&apos;s answer: how the head makes it</source>
        <translation>Die Antwort des Netzes: wie der Kopf sie macht</translation>
    </message>
    <message>
        <source>Follow the row to where its value was made; from farther away the answer</source>
        <translation>Der Zeile zu ihrem Ursprung folgen; von weitem zur Antwort</translation>
    </message>
    <message>
        <source>Edit the row&apos;s weight in the table of numbers</source>
        <translation>Das Gewicht der Zeile in der Zahlentabelle ändern</translation>
    </message>
    <message>
        <source>Back to where one followed from</source>
        <translation>Dorthin zurück, von wo man folgte</translation>
    </message>
    <message>
        <source>Look at the layer or direction above</source>
        <translation>Die Schicht oder Richtung darüber ansehen</translation>
    </message>
    <message>
        <source>Look at the layer or direction below</source>
        <translation>Die Schicht oder Richtung darunter ansehen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Build the network</source>
        <translation>Das Netz bauen</translation>
    </message>
    <message>
        <source>Predict first: ask before anything is computed</source>
        <translation>Erst vorhersagen: fragen, bevor etwas berechnet wird</translation>
    </message>
    <message>
        <source>What stands out in this network</source>
        <translation>Was an diesem Netz auffällt</translation>
    </message>
    <message>
        <source>Which step&apos;s loss sent how much to which step</source>
        <translation>Welcher Verlust wie viel an welchen Schritt schickte</translation>
    </message>
    <message>
        <source>How much each step&apos;s input moves the answer, or no more</source>
        <translation>Wie weit jede Eingabe die Antwort bewegt, oder nicht mehr</translation>
    </message>
    <message>
        <source>When what was read first is forgotten, and which gate did it</source>
        <translation>Wann zuerst Gelesenes vergessen ist, und durch welches Gate</translation>
    </message>
    <message>
        <source>A second network beside it, or no more</source>
        <translation>Ein zweites Netz daneben, oder nicht mehr</translation>
    </message>
    <message>
        <source>Units that are on at one step and off at another</source>
        <translation>Einheiten, hier an und anderswo aus</translation>
    </message>
    <message>
        <source>Where the layer goes as it does from here on</source>
        <translation>Wohin die Schicht geht, wie sie es von hier an tut</translation>
    </message>
    <message>
        <source>Breakpoints…</source>
        <translation>Haltepunkte…</translation>
    </message>
    <message>
        <source>On to where a breakpoint becomes true</source>
        <translation>Weiter dorthin, wo ein Haltepunkt wahr wird</translation>
    </message>
    <message>
        <source>Back to where a breakpoint becomes true</source>
        <translation>Zurück dorthin, wo ein Haltepunkt wahr wird</translation>
    </message>
    <message>
        <source>What if: hold the value, a little higher</source>
        <translation>Was, wenn: den Wert festhalten, etwas höher</translation>
    </message>
    <message>
        <source>What if: hold the value, a little lower</source>
        <translation>Was, wenn: den Wert festhalten, etwas niedriger</translation>
    </message>
    <message>
        <source>What if: hold it at 1</source>
        <translation>Was, wenn: auf 1 festhalten</translation>
    </message>
    <message>
        <source>What if: hold it at 0</source>
        <translation>Was, wenn: auf 0 festhalten</translation>
    </message>
    <message>
        <source>What if: the chosen row&apos;s weight, a little higher</source>
        <translation>Was, wenn: das Gewicht der gewählten Zeile, etwas höher</translation>
    </message>
    <message>
        <source>What if: the chosen row&apos;s weight, a little lower</source>
        <translation>Was, wenn: das Gewicht der gewählten Zeile, etwas niedriger</translation>
    </message>
    <message>
        <source>What if: let it go</source>
        <translation>Was, wenn: loslassen</translation>
    </message>
    <message>
        <source>What if: compare from here</source>
        <translation>Was, wenn: von hier an vergleichen</translation>
    </message>
    <message>
        <source>Nearer: from the network to a cell to a unit</source>
        <translation>Näher: vom Netz zur Zelle zur Einheit</translation>
    </message>
    <message>
        <source>Farther: back to the network</source>
        <translation>Ferner: zurück zum Netz</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>The cell</source>
        <translation>Die Zelle</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>Die Einheit</translation>
    </message>
    <message>
        <source>The timeline: fewer steps, wider</source>
        <translation>Die Zeitleiste: weniger Schritte, breiter</translation>
    </message>
    <message>
        <source>The timeline: more steps, narrower</source>
        <translation>Die Zeitleiste: mehr Schritte, schmaler</translation>
    </message>
    <message>
        <source>The timeline: all steps at once, or legible again</source>
        <translation>Die Zeitleiste: alle Schritte auf einmal, oder wieder lesbar</translation>
    </message>
    <message>
        <source>The timeline: later steps</source>
        <translation>Die Zeitleiste: spätere Schritte</translation>
    </message>
    <message>
        <source>The timeline: earlier steps</source>
        <translation>Die Zeitleiste: frühere Schritte</translation>
    </message>
    <message>
        <source>Light what the value is made of, and what is made of it</source>
        <translation>Beleuchten, woraus der Wert entsteht und was aus ihm entsteht</translation>
    </message>
    <message>
        <source>Several recurrent modules</source>
        <translation>Mehrere rekurrente Module</translation>
    </message>
    <message>
        <source>This file holds several. Which one shall be opened?</source>
        <translation>Diese Datei enthält mehrere. Welches soll geöffnet werden?</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Save them first?</source>
        <translation>Erst speichern?</translation>
    </message>
    <message>
        <source>A training is going on</source>
        <translation>Ein Training läuft</translation>
    </message>
    <message>
        <source>A training is not kept</source>
        <translation>Ein Training ist nicht aufgehoben</translation>
    </message>
    <message>
        <source>“%1” is still being trained.</source>
        <translation>„%1“ wird noch trainiert.</translation>
    </message>
    <message>
        <source>The training of “%1” is in no file.</source>
        <translation>Das Training von „%1“ steht in keiner Datei.</translation>
    </message>
    <message>
        <source>Keep the run in a file, to go on another day?</source>
        <translation>Den Lauf in einer Datei aufheben, um ihn ein andermal fortzusetzen?</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Aufbewahren…</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>A race is going on</source>
        <translation>Ein Rennen läuft</translation>
    </message>
    <message>
        <source>The networks in Compare are still learning.</source>
        <translation>Die Netze in „Vergleich“ lernen noch.</translation>
    </message>
    <message>
        <source>The race ends when the program closes; what they have shown so far is kept.</source>
        <translation>Das Rennen endet, wenn das Programm schließt; was sie bisher gezeigt haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>What they have shown so far is lost when the program closes: a guest&apos;s races are not kept.</source>
        <translation>Was sie bisher gezeigt haben, geht verloren, wenn das Programm schließt: Rennen eines Gastes werden nicht aufgehoben.</translation>
    </message>
    <message>
        <source>This was not possible</source>
        <translation>Das war nicht möglich</translation>
    </message>
    <message>
        <source>%1 holds no numbers.</source>
        <translation>%1 enthält keine Zahlen.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Start or pause the run</source>
        <translation>Den Lauf starten oder anhalten</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>Ein Update</translation>
    </message>
    <message>
        <source>Back to before the first update</source>
        <translation>Zurück vor das erste Update</translation>
    </message>
    <message>
        <source>Before and after side by side, or one</source>
        <translation>Vorher und nachher nebeneinander, oder eines</translation>
    </message>
    <message>
        <source>On to the next card</source>
        <translation>Weiter zur nächsten Karte</translation>
    </message>
    <message>
        <source>Back to the card before</source>
        <translation>Zurück zur Karte davor</translation>
    </message>
    <message>
        <source>The first option, or type an answer</source>
        <translation>Die erste Option, oder eine Antwort tippen</translation>
    </message>
    <message>
        <source>The second option</source>
        <translation>Die zweite Option</translation>
    </message>
    <message>
        <source>The third option</source>
        <translation>Die dritte Option</translation>
    </message>
    <message>
        <source>The fourth option</source>
        <translation>Die vierte Option</translation>
    </message>
    <message>
        <source>Play the card&apos;s part again</source>
        <translation>Den Teil der Karte noch einmal abspielen</translation>
    </message>
    <message>
        <source>The stage on by one step</source>
        <translation>Die Bühne einen Schritt weiter</translation>
    </message>
    <message>
        <source>The stage back by one step</source>
        <translation>Die Bühne einen Schritt zurück</translation>
    </message>
    <message>
        <source>Follow the unit above</source>
        <translation>Die Einheit darüber verfolgen</translation>
    </message>
    <message>
        <source>Follow the unit below</source>
        <translation>Die Einheit darunter verfolgen</translation>
    </message>
    <message>
        <source>Try it yourself: this network in Explore</source>
        <translation>Selbst probieren: dieses Netz in „Erkunden“</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Alle Lektionen</translation>
    </message>
    <message>
        <source>The solution&apos;s next row; with a class whatever is next</source>
        <translation>Nächste Zeile der Lösung; mit einer Klasse, was folgt</translation>
    </message>
    <message>
        <source>One row back</source>
        <translation>Eine Zeile zurück</translation>
    </message>
    <message>
        <source>Give the answer (1 to 9 choose); then go on</source>
        <translation>Antworten (1 bis 9 wählen); dann weiter</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>The next question</source>
        <translation>Die nächste Frage</translation>
    </message>
    <message>
        <source>Another question like it</source>
        <translation>Noch eine Frage dieser Art</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 Schichten</translation>
    </message>
    <message>
        <source>%1, both directions</source>
        <translation>%1, beide Richtungen</translation>
    </message>
    <message>
        <source>reset before U, update overwrites</source>
        <translation>Reset vor U, Update überschreibt</translation>
    </message>
    <message>
        <source>reset before U</source>
        <translation>Reset vor U</translation>
    </message>
    <message>
        <source>update overwrites</source>
        <translation>Update überschreibt</translation>
    </message>
    <message>
        <source>PyTorch convention</source>
        <translation>PyTorch-Konvention</translation>
    </message>
    <message>
        <source>%1 %2 → %3, %4, %5 parameters</source>
        <translation>%1 %2 → %3, %4, %5 Parameter</translation>
    </message>
    <message>
        <source>head %1 → %2, %3</source>
        <translation>Kopf %1 → %2, %3</translation>
    </message>
    <message>
        <source>embedding %1 × %2</source>
        <translation>Embedding %1 × %2</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>The file holds %1, but --input wants the numbers that the network reads: JSON {&quot;x&quot;: [N][T][%2]}, CSV with %2 columns, or .npy.</source>
        <translation>Die Datei enthält %1, aber --input will die Zahlen, die das Netz liest: JSON {&quot;x&quot;: [N][T][%2]}, CSV mit %2 Spalten, oder .npy.</translation>
    </message>
    <message>
        <source>--size %1 is no size; expected width x height, as 1920x1080, each %2 … %3.</source>
        <translation>--size %1 ist keine Größe; erwartet wird Breite x Höhe, etwa 1920x1080, je %2 … %3.</translation>
    </message>
    <message>
        <source>%1 It is no verb either; `gatescope --help` lists them.</source>
        <translation>%1 Es ist auch kein Befehl; `gatescope --help` zählt sie auf.</translation>
    </message>
    <message>
        <source>The %1 backend cannot be used here. %2</source>
        <translation>Das Backend %1 kann hier nicht benutzt werden. %2</translation>
    </message>
    <message>
        <source>%1 cannot be loaded: %2.</source>
        <translation>%1 kann nicht geladen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no backend of Gatescope: it has no function %2.</source>
        <translation>%1 ist kein Backend von Gatescope: Ihm fehlt die Funktion %2.</translation>
    </message>
    <message>
        <source>%1 speaks number %2 of the interface, this program number %3: build both from the same source.</source>
        <translation>%1 spricht Nummer %2 der Schnittstelle, dieses Programm Nummer %3: Bauen Sie beide aus derselben Quelle.</translation>
    </message>
    <message>
        <source>%1 was compiled from another source than this program: build both anew.</source>
        <translation>%1 wurde aus anderer Quelle übersetzt als dieses Programm: Bauen Sie beide neu.</translation>
    </message>
    <message>
        <source>Its file %1 is neither beside the program nor in lib/gatescope.</source>
        <translation>Seine Datei %1 liegt weder neben dem Programm noch in lib/gatescope.</translation>
    </message>
    <message>
        <source>The same weights: with the hard sigmoid of Keras 3 the states move by up to %1, with that of Keras 2 by %2, and these two differ by %3.</source>
        <translation>Dieselben Gewichte: Mit dem Hard-Sigmoid von Keras 3 ändern sich die Zustände um bis zu %1, mit dem von Keras 2 um %2, und diese beiden weichen um %3 voneinander ab.</translation>
    </message>
    <message>
        <source>Weights %1 times as large: with the hard sigmoid %2 % of all gate values are exactly 0 or 1, where its slope is 0. With the sigmoid %3 % are; %4 % are within 0.01 of an end, and the slope there is small but not 0.</source>
        <translation>Gewichte %1-mal so groß: Mit dem Hard-Sigmoid sind %2 % aller Gatewerte genau 0 oder 1, wo seine Steigung 0 ist. Mit dem Sigmoid sind es %3 %; %4 % sind um höchstens 0.01 von einem Ende entfernt, und die Steigung ist dort klein, aber nicht 0.</translation>
    </message>
    <message>
        <source>The mean slope of the candidates&apos; tanh, 1 − n²: %1 with the inputs of the first card, %2 with weights %3 times as large.</source>
        <translation>Die mittlere Steigung des tanh der Kandidaten, 1 − n²: mit den Eingaben der ersten Karte %1, mit %3-mal so großen Gewichten %2.</translation>
    </message>
    <message>
        <source>Weights %1 times as large, %2 steps: with tanh no state is larger than %3, with relu one reaches %4.</source>
        <translation>Gewichte %1-mal so groß, %2 Schritte: Mit tanh ist kein Zustand größer als %3, mit relu erreicht einer %4.</translation>
    </message>
    <message>
        <source>largest state, by steps</source>
        <translation>größter Zustand, nach Schritten</translation>
    </message>
    <message>
        <source>W x at %1 steps: its variance lies between %2 and %3. Normalised, the mean is off 0 by at most %4 and the variance off 1 by %5: a little is added under the root, so that nothing is divided by 0.</source>
        <translation>W x an %1 Schritten: Seine Varianz liegt zwischen %2 und %3. Normalisiert weicht der Mittelwert höchstens um %4 von 0 ab und die Varianz um %5 von 1: Unter der Wurzel wird ein wenig addiert, damit nichts durch 0 geteilt wird.</translation>
    </message>
    <message>
        <source>with layer norm</source>
        <translation>mit Schichtnormalisierung</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>mean slope of the gates</source>
        <translation>mittlere Steigung der Gates</translation>
    </message>
    <message>
        <source>weights, times</source>
        <translation>Gewichte, mal</translation>
    </message>
    <message>
        <source>One of 4 cues at step 0, asked for at step %1; %2 seeds, %3 updates, a guess is right in 25 %. From the last state: %4. With attention over all states: %5. From the last state with a z bias of 4 at the start: %6.</source>
        <translation>Eines von 4 Zeichen an Schritt 0, gefragt an Schritt %1; %2 Startwerte, %3 Updates, Raten trifft in 25 %. Aus dem letzten Zustand: %4. Mit Attention über alle Zustände: %5. Aus dem letzten Zustand mit einem z-Bias von 4 am Anfang: %6.</translation>
    </message>
    <message>
        <source>%1 steps in one call against %1 calls of one step, the state handed on: the outputs differ by %2. What is kept from call to call are %3 numbers, after the first step as after the last.</source>
        <translation>%1 Schritte in einem Aufruf gegen %1 Aufrufe mit einem Schritt, der Zustand weitergereicht: Die Ausgaben weichen um %2 ab. Von Aufruf zu Aufruf werden %3 Zahlen behalten, nach dem ersten Schritt wie nach dem letzten.</translation>
    </message>
    <message>
        <source>Chosen on validation: %1 units at update %2, error %3. On the test part, looked at once: %4. There persistence has %5, a weighted sum of the last two values, fitted to the training part, %6.</source>
        <translation>Nach der Validierung gewählt: %1 Einheiten bei Update %2, Fehler %3. Auf dem Testteil, einmal angesehen: %4. Dort hat Persistenz %5, eine gewichtete Summe der letzten zwei Werte, an den Trainingsteil angepasst, %6.</translation>
    </message>
    <message>
        <source>error on the validation part, in spreads</source>
        <translation>Fehler auf dem Validierungsteil, in Streuungen</translation>
    </message>
    <message>
        <source>%1 is read at steps %2, and %3 is said: right is %4. The input is the same each time; the states are at least %5 apart.</source>
        <translation>%1 wird an den Schritten %2 gelesen und %3 gesagt: Richtig ist %4. Die Eingabe ist jedes Mal dieselbe; die Zustände liegen mindestens %5 auseinander.</translation>
    </message>
    <message>
        <source>At step %1 the likeliest letter, %2, has a probability of %3 at temperature 0.5, %4 at 1 and %5 at 2. How undecided that is, in bits: %6, %7 and %8.</source>
        <translation>An Schritt %1 hat der wahrscheinlichste Buchstabe, %2, eine Wahrscheinlichkeit von %3 bei Temperatur 0.5, %4 bei 1 und %5 bei 2. Wie unentschieden das ist, in Bit: %6, %7 und %8.</translation>
    </message>
    <message>
        <source>Bits per character: untrained %1, with %2 characters log₂ %2 = %3; unigram %4, bigram %5. On sentences it never learned from the GRU passes the bigram by update %6 and has %7 at update %8.</source>
        <translation>Bit je Zeichen: untrainiert %1, mit %2 Zeichen log₂ %2 = %3; Unigramm %4, Bigramm %5. Auf Sätzen, aus denen es nie lernte, überholt das GRU das Bigramm bis Update %6 und hat %7 bei Update %8.</translation>
    </message>
    <message>
        <source>GRU, held out</source>
        <translation>GRU, zurückgehalten</translation>
    </message>
    <message>
        <source>bits per character</source>
        <translation>Bit je Zeichen</translation>
    </message>
    <message>
        <source>real words</source>
        <translation>echte Wörter</translation>
    </message>
    <message>
        <source>share of the words that are real ones</source>
        <translation>Anteil der Wörter, die echte sind</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>read from the start</source>
        <translation>vom Anfang her gelesen</translation>
    </message>
    <message>
        <source>read from the end</source>
        <translation>vom Ende her gelesen</translation>
    </message>
    <message>
        <source>state of unit 0</source>
        <translation>Zustand von Einheit 0</translation>
    </message>
    <message>
        <source>%1 steps: three products of [%2, %3] against one of [%4, %3]. The %4 numbers of a step, up to %5 large, differ by %6 at most.</source>
        <translation>%1 Schritte: drei Produkte von [%2, %3] gegen eines von [%4, %3]. Die %4 Zahlen eines Schritts, bis zu %5 groß, weichen um höchstens %6 ab.</translation>
    </message>
    <message>
        <source>%1 steps by %2, %3 and %4 products: the states differ by %5 at most, and from the engine&apos;s by %6. For one product a step the matrix grows from %7 numbers to %8; the others are zeros.</source>
        <translation>%1 Schritte mit %2, %3 und %4 Produkten: Die Zustände weichen um höchstens %5 ab, von denen der Engine um %6. Für ein Produkt je Schritt wächst die Matrix von %7 Zahlen auf %8; die anderen sind Nullen.</translation>
    </message>
    <message>
        <source>Reset after the product: %1 products a step. Reset before it: %2, because U_n reads r⊙h. Merged with the others all the same, it reads h, and the last states are wrong by %3 %.</source>
        <translation>Reset nach dem Produkt: %1 Produkte je Schritt. Reset davor: %2, weil U_n r⊙h liest. Trotzdem mit den anderen zusammengelegt liest es h, und die letzten Zustände sind um %3 % falsch.</translation>
    </message>
    <message>
        <source>b_hn added to b_in, as if it were outside the reset: the last states are wrong by %1 %.</source>
        <translation>b_hn zu b_in addiert, als stünde es außerhalb des Resets: Die letzten Zustände sind um %1 % falsch.</translation>
    </message>
    <message>
        <source>GRU(32, 64), 30 steps of 8 sequences on this machine: six products a step take %1, two %2, one, with the inputs of all steps taken at once, %3. %4 rounds; the last way takes %5 of the time of the first.</source>
        <translation>GRU(32, 64), 30 Schritte mit 8 Folgen auf diesem Rechner: Sechs Produkte je Schritt brauchen %1, zwei %2, eines, mit den Eingaben aller Schritte auf einmal, %3. %4 Runden; der letzte Weg braucht %5 der Zeit des ersten.</translation>
    </message>
    <message>
        <source>GRU(32, 64), 30 steps of 8 sequences on this machine: six products a step take %1, two %2, one, with the inputs of all steps taken at once, %3. %4 rounds; they overlap, so nothing is said about which is faster.</source>
        <translation>GRU(32, 64), 30 Schritte mit 8 Folgen auf diesem Rechner: Sechs Produkte je Schritt brauchen %1, zwei %2, eines, mit den Eingaben aller Schritte auf einmal, %3. %4 Runden; sie überlappen sich, also wird nicht gesagt, was schneller ist.</translation>
    </message>
    <message>
        <source>%1 bytes as floats, %2 in eight bits. The head&apos;s outputs change by %3 %, with a scale for each row by %4 %. Right letters: %5 of %6 before, %7 after.</source>
        <translation>%1 Byte als Gleitkommazahlen, %2 in acht Bit. Die Ausgaben des Kopfes ändern sich um %3 %, mit einem Maßstab je Zeile um %4 %. Richtige Buchstaben: %5 von %6 vorher, %7 nachher.</translation>
    </message>
    <message>
        <source>The smallest 30 % of the weights put to 0: the outputs change by %1 %, %2 of %3 letters are right. 50 %: %4 %, %5. 70 %: %6 %, %7. 90 %: %8 %, %9.</source>
        <translation>Die kleinsten 30 % der Gewichte auf 0 gesetzt: Die Ausgaben ändern sich um %1 %, %2 von %3 Buchstaben sind richtig. 50 %: %4 %, %5. 70 %: %6 %, %7. 90 %: %8 %, %9.</translation>
    </message>
    <message>
        <source>outputs&apos; error</source>
        <translation>Fehler der Ausgaben</translation>
    </message>
    <message>
        <source>share of the outputs&apos; length</source>
        <translation>Anteil an der Länge der Ausgaben</translation>
    </message>
    <message>
        <source>percent of the weights pruned</source>
        <translation>Prozent der Gewichte gestrichen</translation>
    </message>
    <message>
        <source>With %1 % of the weights at 0, %2 of %3 letters are right. After %4 updates of the others, %5 are; %6 of %7 weights are still 0.</source>
        <translation>Mit %1 % der Gewichte auf 0 sind %2 von %3 Buchstaben richtig. Nach %4 Updates der anderen sind es %5; %6 von %7 Gewichten sind noch immer 0.</translation>
    </message>
    <message>
        <source>%1 words read: a one-hot vector of %2 numbers times the table of [%2, %3] gives the row that was looked up, exactly (off by %4). That product takes %5 multiplications; looking up takes none.</source>
        <translation>%1 Wörter gelesen: Ein One-hot-Vektor aus %2 Zahlen mal die Tabelle [%2, %3] gibt die nachgeschlagene Zeile, mit einer Abweichung von %4. Dieses Produkt braucht %5 Multiplikationen; Nachschlagen braucht keine.</translation>
    </message>
    <message>
        <source>Every word gets another number, and its row moves with it: the outputs change by %1. With the rows left where they were, by up to %2.</source>
        <translation>Jedes Wort bekommt eine andere Nummer, und seine Zeile zieht mit um: Die Ausgaben ändern sich um %1. Bleiben die Zeilen, wo sie waren, um bis zu %2.</translation>
    </message>
    <message>
        <source>This sentence reads %1 of %2 rows. Their gradients are %3 long at least; those of the other %4 are %5.</source>
        <translation>Dieser Satz liest %1 von %2 Zeilen. Ihre Gradienten sind mindestens %3 lang; die der anderen %4 sind %5.</translation>
    </message>
    <message>
        <source>%1 words of %2 kinds among %3. Mean cosine of two rows of one kind: %4 at the start, %5 after %6 updates. Of two kinds: %7 and %8.</source>
        <translation>%1 Wörter von %2 Arten unter %3. Mittlerer Kosinus zweier Zeilen einer Art: %4 am Anfang, %5 nach %6 Updates. Zweier Arten: %7 und %8.</translation>
    </message>
    <message>
        <source>one kind</source>
        <translation>eine Art</translation>
    </message>
    <message>
        <source>two kinds</source>
        <translation>zwei Arten</translation>
    </message>
    <message>
        <source>mean cosine of two rows</source>
        <translation>mittlerer Kosinus zweier Zeilen</translation>
    </message>
    <message>
        <source>A GRU layer reads a sequence of %1 steps. The gates are stacked, and W x of all steps is one product beforehand. How many products are there in all?</source>
        <translation>Eine GRU-Schicht liest eine Folge von %1 Schritten. Die Gates sind gestapelt, und W x aller Schritte ist vorab ein Produkt. Wie viele Produkte sind es insgesamt?</translation>
    </message>
    <message>
        <source>A GRU layer reads a sequence of %1 steps, each gate and the candidate with matrices of their own. How many products are there in all?</source>
        <translation>Eine GRU-Schicht liest eine Folge von %1 Schritten, jedes Gate und der Kandidat mit eigenen Matrizen. Wie viele Produkte sind es insgesamt?</translation>
    </message>
    <message>
        <source>Which products have to wait for the state of the step before?</source>
        <translation>Welche Produkte müssen auf den Zustand des Schritts davor warten?</translation>
    </message>
    <message>
        <source>One product for all inputs, before the first step.</source>
        <translation>Ein Produkt für alle Eingaben, vor dem ersten Schritt.</translation>
    </message>
    <message>
        <source>One product U h in each step: 1 + %1 = %2.</source>
        <translation>Ein Produkt U h in jedem Schritt: 1 + %1 = %2.</translation>
    </message>
    <message>
        <source>And the one that reads all inputs?</source>
        <translation>Und das, das alle Eingaben liest?</translation>
    </message>
    <message>
        <source>W_r, W_z, W_n read x; U_r, U_z, U_n read h: six a step.</source>
        <translation>W_r, W_z, W_n lesen x; U_r, U_z, U_n lesen h: sechs je Schritt.</translation>
    </message>
    <message>
        <source>6 · %1 = %2.</source>
        <translation>6 · %1 = %2.</translation>
    </message>
    <message>
        <source>Three matrices read x, and three more read h.</source>
        <translation>Drei Matrizen lesen x, und drei weitere lesen h.</translation>
    </message>
    <message>
        <source>That is two a step: the gates stacked, and nothing done ahead.</source>
        <translation>Das sind zwei je Schritt: die Gates gestapelt und nichts vorab getan.</translation>
    </message>
    <message>
        <source>That is six a step, before anything was merged.</source>
        <translation>Das sind sechs je Schritt, bevor etwas zusammengelegt wurde.</translation>
    </message>
    <message>
        <source>That is after merging all that can be merged.</source>
        <translation>Das gilt, wenn alles zusammengelegt ist, was sich zusammenlegen lässt.</translation>
    </message>
    <message>
        <source>Keras 3&apos;s hard sigmoid is a/6 + ½, cut off at 0 and at 1. A gate&apos;s sum is %1. What is the gate? Two decimals.</source>
        <translation>Das Hard-Sigmoid von Keras 3 ist a/6 + ½, abgeschnitten bei 0 und bei 1. Die Summe eines Gates ist %1. Was ist das Gate? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>Compute the straight line first, then see whether it left 0 … 1.</source>
        <translation>Rechnen Sie erst die Gerade aus, dann sehen Sie nach, ob sie 0 … 1 verließ.</translation>
    </message>
    <message>
        <source>Cut off to 0 … 1, the gate is %1.</source>
        <translation>Abgeschnitten auf 0 … 1 ist das Gate %1.</translation>
    </message>
    <message>
        <source>That is the smooth sigmoid of this sum.</source>
        <translation>Das ist das glatte Sigmoid dieser Summe.</translation>
    </message>
    <message>
        <source>A gate is never below 0 or above 1: it is cut off there.</source>
        <translation>Ein Gate ist nie unter 0 oder über 1: Dort wird es abgeschnitten.</translation>
    </message>
    <message>
        <source>That is Keras 2&apos;s, with 0.2·a.</source>
        <translation>Das ist das von Keras 2, mit 0.2·a.</translation>
    </message>
    <message>
        <source>And ½: a sum of 0 gives a gate that is half open.</source>
        <translation>Und ½: Eine Summe von 0 gibt ein halb offenes Gate.</translation>
    </message>
    <message>
        <source>An embedding of %1 words with %2 numbers each is read by nn.GRU(%2, %3). How many parameters have the two together?</source>
        <translation>Ein Embedding von %1 Wörtern mit je %2 Zahlen wird von nn.GRU(%2, %3) gelesen. Wie viele Parameter haben beide zusammen?</translation>
    </message>
    <message>
        <source>The table has a number for each word and column; the layer has 3·H·(I + H + 2).</source>
        <translation>Die Tabelle hat eine Zahl für jedes Wort und jede Spalte; die Schicht hat 3·H·(I + H + 2).</translation>
    </message>
    <message>
        <source>The table: %1 · %2 = %3.</source>
        <translation>Die Tabelle: %1 · %2 = %3.</translation>
    </message>
    <message>
        <source>The layer: 3 · %1 · (%2 + %1 + 2) = %3.</source>
        <translation>Die Schicht: 3 · %1 · (%2 + %1 + 2) = %3.</translation>
    </message>
    <message>
        <source>That is the table alone.</source>
        <translation>Das ist die Tabelle allein.</translation>
    </message>
    <message>
        <source>That is the layer alone.</source>
        <translation>Das ist die Schicht allein.</translation>
    </message>
    <message>
        <source>The layer has two biases a row.</source>
        <translation>Die Schicht hat zwei Bias je Zeile.</translation>
    </message>
    <message>
        <source>For three letters a head says %1, %2 and %3. What probability has the first at temperature %4? Two decimals.</source>
        <translation>Für drei Buchstaben sagt ein Kopf %1, %2 und %3. Welche Wahrscheinlichkeit hat der erste bei Temperatur %4? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>Divide by the temperature, take e to each, divide by the sum of all.</source>
        <translation>Durch die Temperatur teilen, e hoch jede Zahl nehmen, durch die Summe aller teilen.</translation>
    </message>
    <message>
        <source>Divided by %1 and e to each: %2, %3 and %4, together %5.</source>
        <translation>Durch %1 geteilt und e hoch jede: %2, %3 und %4, zusammen %5.</translation>
    </message>
    <message>
        <source>That is at temperature 1.</source>
        <translation>Das gilt bei Temperatur 1.</translation>
    </message>
    <message>
        <source>You multiplied by the temperature. It divides.</source>
        <translation>Sie haben mit der Temperatur multipliziert. Durch sie wird geteilt.</translation>
    </message>
    <message>
        <source>You divided the probability. What the head says is divided, before the softmax.</source>
        <translation>Sie haben die Wahrscheinlichkeit geteilt. Geteilt wird, was der Kopf sagt, vor dem Softmax.</translation>
    </message>
    <message>
        <source>A series goes %1, %2, %3, %4. Persistence forecasts each value but the first. What is the root of the mean square of its errors? Two decimals.</source>
        <translation>Eine Reihe läuft %1, %2, %3, %4. Persistenz sagt jeden Wert außer dem ersten vorher. Was ist die Wurzel aus dem mittleren Quadrat ihrer Fehler? Zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>Persistence says: as before. There are three forecasts.</source>
        <translation>Persistenz sagt: wie zuvor. Es gibt drei Vorhersagen.</translation>
    </message>
    <message>
        <source>The errors are %1, %2 and %3; the mean of their squares is %4.</source>
        <translation>Die Fehler sind %1, %2 und %3; der Mittelwert ihrer Quadrate ist %4.</translation>
    </message>
    <message>
        <source>That is the mean square. Its root is asked.</source>
        <translation>Das ist das mittlere Quadrat. Gefragt ist seine Wurzel.</translation>
    </message>
    <message>
        <source>You divided by 4. There are three forecasts.</source>
        <translation>Sie haben durch 4 geteilt. Es gibt drei Vorhersagen.</translation>
    </message>
    <message>
        <source>You did not divide: it is a mean.</source>
        <translation>Sie haben nicht geteilt: Es ist ein Mittelwert.</translation>
    </message>
    <message>
        <source>That is the mean size of the errors. Squares weigh the large ones more.</source>
        <translation>Das ist die mittlere Größe der Fehler. Quadrate gewichten die großen stärker.</translation>
    </message>
    <message>
        <source>line %1: what stands behind the end of the list is not read.</source>
        <translation>Zeile %1: Was hinter dem Ende der Liste steht, wird nicht gelesen.</translation>
    </message>
    <message>
        <source>%1: no bracket ] closes the list; new questions go into another file.</source>
        <translation>%1: Keine Klammer ] schließt die Liste; neue Fragen kommen in eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 was changed by another program: this question is no longer in it as it was read.</source>
        <translation>%1 wurde von einem anderen Programm geändert: Diese Frage steht nicht mehr so darin, wie sie gelesen wurde.</translation>
    </message>
    <message>
        <source>%1 would be larger than %2 MiB.</source>
        <translation>%1 würde größer als %2 MiB.</translation>
    </message>
    <message>
        <source>id: &quot;%1&quot; is the name of questions that are generated; choose another.</source>
        <translation>id: „%1“ ist der Name erzeugter Fragen; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>id: &quot;%1&quot; has a colon, as only the ids of generated questions have.</source>
        <translation>id: „%1“ hat einen Doppelpunkt, wie ihn nur die Ids erzeugter Fragen haben.</translation>
    </message>
    <message>
        <source>id: another question has the id &quot;%1&quot;.</source>
        <translation>id: Eine andere Frage hat die Id „%1“.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>No file in %1 can take another question.</source>
        <translation>Keine Datei in %1 kann noch eine Frage aufnehmen.</translation>
    </message>
    <message>
        <source>%1 would become too large to be read again.</source>
        <translation>%1 würde zu groß, um wieder gelesen zu werden.</translation>
    </message>
    <message>
        <source>line %1: expected the columns %2.</source>
        <translation>Zeile %1: Erwartet werden die Spalten %2.</translation>
    </message>
    <message>
        <source>line %1: %2 cells, expected %3.</source>
        <translation>Zeile %1: %2 Zellen, erwartet werden %3.</translation>
    </message>
    <message>
        <source>expected the columns %1.</source>
        <translation>Erwartet werden die Spalten %1.</translation>
    </message>
    <message>
        <source>line %1: expected counts of answers.</source>
        <translation>Zeile %1: Erwartet werden Anzahlen von Antworten.</translation>
    </message>
    <message>
        <source>line %1: the level is easy, medium or hard.</source>
        <translation>Zeile %1: Die Stufe ist easy, medium oder hard.</translation>
    </message>
    <message>
        <source>Activations and layer norm</source>
        <translation>Aktivierungen und Schichtnormalisierung</translation>
    </message>
    <message>
        <source>From words to numbers</source>
        <translation>Von Wörtern zu Zahlen</translation>
    </message>
    <message>
        <source>The next character</source>
        <translation>Das nächste Zeichen</translation>
    </message>
    <message>
        <source>Streams and forecasts</source>
        <translation>Ströme und Vorhersagen</translation>
    </message>
    <message>
        <source>Smaller nets, or attention</source>
        <translation>Kleinere Netze oder Attention</translation>
    </message>
    <message>
        <source>There is no question and no generator of questions &quot;%1&quot;.</source>
        <translation>Eine Frage oder einen Erzeuger von Fragen „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no question of this topic, lesson and level.</source>
        <translation>Zu diesem Thema, dieser Lektion und Stufe gibt es keine Frage.</translation>
    </message>
    <message>
        <source>A sheet has at most %1 questions.</source>
        <translation>Ein Blatt hat höchstens %1 Fragen.</translation>
    </message>
    <message>
        <source>A worksheet is for 1 to %1 students.</source>
        <translation>Ein Arbeitsblatt ist für 1 bis %1 Lernende.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than a name: one stands on each line.</source>
        <translation>„%1“ ist länger als ein Name: In jeder Zeile steht einer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands there twice: the key could not tell them apart.</source>
        <translation>„%1“ steht zweimal da: Der Schlüssel könnte sie nicht unterscheiden.</translation>
    </message>
    <message>
        <source>there is no name in it: one stands on each line.</source>
        <translation>Es steht kein Name darin: In jeder Zeile steht einer.</translation>
    </message>
    <message>
        <source>there are %1 names, at most %2 are possible.</source>
        <translation>Es sind %1 Namen, möglich sind höchstens %2.</translation>
    </message>
    <message>
        <source>the loss of step %1 sends more than a number can hold to step %2</source>
        <translation>Der Verlust von Schritt %1 schickt mehr, als eine Zahl fassen kann, an Schritt %2</translation>
    </message>
    <message>
        <source>step 0, the only one</source>
        <translation>Schritt 0 (der einzige)</translation>
    </message>
    <message>
        <source>At %1, which reads %2; part %3 of the step.</source>
        <translation>Bei %1, der %2 liest; Teil %3 des Schritts.</translation>
    </message>
    <message>
        <source>Backward pass at %1, which reads %2; part %3 of the step.</source>
        <translation>Rückwärtslauf bei %1, der %2 liest; Teil %3 des Schritts.</translation>
    </message>
    <message>
        <source>%1 pages could not be drawn into a PDF.</source>
        <translation>%1 Seiten konnten nicht in ein PDF gezeichnet werden.</translation>
    </message>
    <message>
        <source>Tick all that apply.</source>
        <translation>Kreuzen Sie alles an, was zutrifft.</translation>
    </message>
    <message>
        <source>Write the letters in the right order.</source>
        <translation>Schreiben Sie die Buchstaben in der richtigen Reihenfolge.</translation>
    </message>
    <message>
        <source>Write the sizes, such as (4, 7, 3).</source>
        <translation>Schreiben Sie die Größen, etwa (4, 7, 3).</translation>
    </message>
    <message>
        <source>Write the name of the part.</source>
        <translation>Schreiben Sie den Namen des Teils.</translation>
    </message>
    <message>
        <source>Write its number.</source>
        <translation>Schreiben Sie seine Nummer.</translation>
    </message>
    <message>
        <source>Answer:</source>
        <translation>Antwort:</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Gatescope, seed %1</source>
        <translation>Gatescope, Startwert %1</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Datum:</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>one option is right</source>
        <translation>eine Option ist richtig</translation>
    </message>
    <message>
        <source>several options are right</source>
        <translation>mehrere Optionen sind richtig</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>A number, such as 0.75 or −2.</source>
        <translation>Eine Zahl, etwa 0.75 oder −2.</translation>
    </message>
    <message>
        <source>a shape</source>
        <translation>eine Form</translation>
    </message>
    <message>
        <source>Sizes, such as (4, 7, 3).</source>
        <translation>Größen, etwa (4, 7, 3).</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>eine Reihenfolge</translation>
    </message>
    <message>
        <source>The letters of the options in the right order, such as B, A, C.</source>
        <translation>Die Buchstaben der Optionen in der richtigen Reihenfolge, etwa B, A, C.</translation>
    </message>
    <message>
        <source>a place on the stage</source>
        <translation>eine Stelle auf der Bühne</translation>
    </message>
    <message>
        <source>In the lesson&apos;s network: “step 3”, “unit 2”, or the name of a part: inputs, reset, update, candidate or blend.</source>
        <translation>Im Netz der Lektion: „step 3“, „unit 2“ oder der Name eines Teils: inputs, reset, update, candidate oder blend.</translation>
    </message>
    <message>
        <source>At step %1 the state is %2: so little is nothing that could survive.</source>
        <translation>Bei Schritt %1 ist der Zustand %2: So wenig ist nichts, was überleben könnte.</translation>
    </message>
    <message>
        <source>steps ago</source>
        <translation>Schritte her</translation>
    </message>
    <message>
        <source>steps back</source>
        <translation>Schritte zurück</translation>
    </message>
    <message>
        <source>Adding over 20 steps, some %1 parameters each; runs that solved it within %2 updates, and at which: GRU %3, LSTM %4, RNN %5.</source>
        <translation>Addieren über 20 Schritte, je etwa %1 Parameter; Läufe, die es innerhalb von %2 Updates gelöst haben, und bei welchem: GRU %3, LSTM %4, RNN %5.</translation>
    </message>
    <message>
        <source>Temporal order over 40 steps; runs that solved it within %1 updates, and at which: GRU %2, LSTM %3, the same LSTM with a forget bias of 2: %4.</source>
        <translation>Zeitliche Reihenfolge über 40 Schritte; Läufe, die es innerhalb von %1 Updates gelöst haben, und bei welchem: GRU %2, LSTM %3, dasselbe LSTM mit einem Forget-Bias von 2: %4.</translation>
    </message>
    <message>
        <source>Parity over 12 bits; runs that solved it within %1 updates, and at which: GRU %2, LSTM %3, RNN %4.</source>
        <translation>Parität über 12 Bits; Läufe, die es innerhalb von %1 Updates gelöst haben, und bei welchem: GRU %2, LSTM %3, RNN %4.</translation>
    </message>
    <message>
        <source>Two directions of %1 units stand side by side: %2.</source>
        <translation>Zwei Richtungen mit je %1 Einheiten stehen nebeneinander: %2.</translation>
    </message>
    <message>
        <source>One direction of %1 units makes %1 numbers at each step.</source>
        <translation>Eine Richtung mit %1 Einheiten macht in jedem Schritt %1 Zahlen.</translation>
    </message>
    <message>
        <source>My lessons</source>
        <translation>Meine Lektionen</translation>
    </message>
    <message>
        <source>Written on this computer.</source>
        <translation>Auf diesem Computer geschrieben.</translation>
    </message>
    <message>
        <source>Which line is to be mended?</source>
        <translation>Welche Zeile ist zu berichtigen?</translation>
    </message>
    <message>
        <source>What stands there instead?</source>
        <translation>Was steht stattdessen da?</translation>
    </message>
    <message>
        <source>%1 has neither an error nor a symptom, or both.</source>
        <translation>%1 hat weder einen Fehler noch ein Anzeichen, oder beides.</translation>
    </message>
    <message>
        <source>%1.claim is missing: where nothing is printed it has to be measured.</source>
        <translation>%1.claim fehlt: Wo nichts ausgegeben wird, muss gemessen werden.</translation>
    </message>
    <message>
        <source>%1.card: the lesson &quot;%2&quot; has no card &quot;%3&quot;.</source>
        <translation>%1.card: Die Lektion &quot;%2&quot; hat keine Karte &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>%1: line 1: a file of pitfalls is a JSON list, [ … ].</source>
        <translation>%1: Zeile 1: Eine Datei mit Fehlern zum Finden ist eine JSON-Liste, [ … ].</translation>
    </message>
    <message>
        <source>a lesson is a JSON object, { … }.</source>
        <translation>Eine Lektion ist ein JSON-Objekt, { … }.</translation>
    </message>
    <message>
        <source>file: &quot;%1&quot; is not the name of a file beside the lesson&apos;s.</source>
        <translation>file: &quot;%1&quot; ist nicht der Name einer Datei neben der Lektion.</translation>
    </message>
    <message>
        <source>demo: there is no demo &quot;%1&quot;.</source>
        <translation>demo: Es gibt keine Demo &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>title is empty.</source>
        <translation>title ist leer.</translation>
    </message>
    <message>
        <source>cards: a lesson has 1 to %1 cards, this one %2.</source>
        <translation>cards: Eine Lektion hat 1 bis %1 Karten, diese hat %2.</translation>
    </message>
    <message>
        <source>The folder %1 has too many files named %2.</source>
        <translation>Der Ordner %1 hat zu viele Dateien mit dem Namen %2.</translation>
    </message>
    <message>
        <source>%1 was changed by another program: the lesson is no longer in it as it was read.</source>
        <translation>%1 wurde von einem anderen Programm geändert: Die Lektion steht nicht mehr so darin, wie sie gelesen wurde.</translation>
    </message>
    <message>
        <source>name: another lesson has the name &quot;%1&quot;.</source>
        <translation>name: Eine andere Lektion hat den Namen &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>name is empty.</source>
        <translation>name ist leer.</translation>
    </message>
    <message>
        <source>cards[%1].commitment: there is no question &quot;%2&quot;.</source>
        <translation>cards[%1].commitment: Es gibt keine Frage &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Cannot delete %1: %2.</source>
        <translation>%1 lässt sich nicht löschen: %2.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Aufsätze</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Diskussionen</translation>
    </message>
    <message>
        <source>measured here: what the lessons say of it comes out of this program&apos;s own engine</source>
        <translation>hier gemessen: Was die Lektionen davon sagen, kommt aus der Maschine dieses Programms</translation>
    </message>
    <message>
        <source>checked: compared with what stands there</source>
        <translation>geprüft: verglichen mit dem, was dort steht</translation>
    </message>
    <message>
        <source>named as where it comes from; none of its figures is quoted</source>
        <translation>als Herkunft genannt; keine seiner Zahlen wird zitiert</translation>
    </message>
    <message>
        <source>%1: line 1: a file of sources is a JSON list, [ … ].</source>
        <translation>%1: Zeile 1: Eine Datei mit Quellen ist eine JSON-Liste, [ … ].</translation>
    </message>
    <message>
        <source>The network reads only forwards: there is no unit of a backward direction.</source>
        <translation>Das Netz liest nur vorwärts: Es gibt keine Einheit einer Rückwärtsrichtung.</translation>
    </message>
    <message>
        <source>units[%1] and units[%2] are both about unit %3: keep one of them.</source>
        <translation>units[%1] und units[%2] sprechen beide von Einheit %3: Behalten Sie eines davon.</translation>
    </message>
    <message>
        <source>At most %1 units of a layer can be kept at the top: let one of them go first.</source>
        <translation>Höchstens %1 Einheiten einer Schicht können oben bleiben: Lassen Sie zuerst eine von ihnen los.</translation>
    </message>
    <message>
        <source>A unit&apos;s name must be text in UTF-8.</source>
        <translation>Der Name einer Einheit muss Text in UTF-8 sein.</translation>
    </message>
    <message>
        <source>A unit&apos;s name is one line of plain text: it cannot hold the control character U+%1.</source>
        <translation>Der Name einer Einheit ist eine Zeile einfacher Text: Das Steuerzeichen U+%1 kann er nicht enthalten.</translation>
    </message>
    <message>
        <source>A unit&apos;s name has at most %1 characters; this one has %2.</source>
        <translation>Der Name einer Einheit hat höchstens %1 Zeichen; dieser hat %2.</translation>
    </message>
    <message>
        <source>%1 units: %2</source>
        <translation>%1 Einheiten: %2</translation>
    </message>
    <message>
        <source>%1; kept at the top</source>
        <translation>%1; bleibt oben</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>Name the followed unit</source>
        <translation>Der verfolgten Einheit einen Namen geben</translation>
    </message>
    <message>
        <source>Keep the followed unit at the top of the timeline, or no more</source>
        <translation>Die verfolgte Einheit oben in der Zeitleiste halten, oder nicht mehr</translation>
    </message>
    <message>
        <source>The %1 backend has no products in %2: only the cuda backend has.</source>
        <translation>Das Backend %1 hat keine Produkte in %2: nur das Backend cuda hat sie.</translation>
    </message>
    <message>
        <source>Break it, fix it</source>
        <translation>Fehler finden</translation>
    </message>
    <message>
        <source>A few lines with one fault in them: find the line, and what mends it</source>
        <translation>Ein paar Zeilen mit einem Fehler darin: die Zeile finden, und was sie berichtigt</translation>
    </message>
    <message>
        <source>A hard sigmoid squashes W%1 x + U%1 h + b between 0 and 1</source>
        <translation>Ein Hard-Sigmoid staucht W%1 x + U%1 h + b auf 0 bis 1</translation>
    </message>
    <message>
        <source>relu lets the sum by where it is above 0</source>
        <translation>relu lässt die Summe durch, wo sie über 0 liegt</translation>
    </message>
    <message>
        <source>A race is in no file</source>
        <translation>Ein Rennen steht in keiner Datei</translation>
    </message>
    <message>
        <source>What was found in Compare could not be written: %1</source>
        <translation>Was in Vergleichen herauskam, ließ sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>It is lost when the program closes.</source>
        <translation>Es geht verloren, wenn das Programm schließt.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>After %1 steps this network keeps %2 numbers, and after %3 steps %4. Attention keeps all states: %5 numbers, and %6. Where every step looks at every step, that makes %7 pairs, and %8.</source>
        <translation>Nach %1 Schritten hält dieses Netz %2 Zahlen fest, und nach %3 Schritten %4. Attention hält alle Zustände fest: %5 Zahlen, und %6. Wo jeder Schritt jeden ansieht, sind das %7 Paare, und %8.</translation>
    </message>
    <message>
        <source>row s: whose loss it is, as its share in the mean of %1; column t: whose state it reaches</source>
        <translation>Zeile s: wessen Verlust es ist, als sein Anteil am Mittel von %1; Spalte t: wessen Zustand er erreicht</translation>
    </message>
    <message>
        <source>of no loss, for no step has a target</source>
        <translation>von keinem Verlust, denn kein Schritt hat ein Ziel</translation>
    </message>
    <message>
        <source>Layer %1, step %2</source>
        <translation>Schicht %1, Schritt %2</translation>
    </message>
    <message>
        <source>up to layer %1</source>
        <translation>hinauf zu Schicht %1</translation>
    </message>
    <message>
        <source>up to the head</source>
        <translation>hinauf zum Kopf</translation>
    </message>
    <message>
        <source>on to step %1</source>
        <translation>weiter zu Schritt %1</translation>
    </message>
    <message>
        <source>The state after this step, the last one.</source>
        <translation>Der Zustand nach diesem Schritt, dem letzten.</translation>
    </message>
    <message>
        <source>The state after this step. It goes %1.</source>
        <translation>Der Zustand nach diesem Schritt. Er geht %1.</translation>
    </message>
    <message>
        <source>The state after this step. It goes %1, and %2.</source>
        <translation>Der Zustand nach diesem Schritt. Er geht %1 und %2.</translation>
    </message>
    <message>
        <source>The answer at this step</source>
        <translation>Die Antwort bei diesem Schritt</translation>
    </message>
    <message>
        <source>right: %1</source>
        <translation>richtig: %1</translation>
    </message>
    <message>
        <source>Numbers that are learned</source>
        <translation>Zahlen, die gelernt werden</translation>
    </message>
    <message>
        <source>The %1 of %2 units that are largest.</source>
        <translation>Die %1 größten von %2 Einheiten.</translation>
    </message>
    <message>
        <source>How fast the loss grows with each number of this state.</source>
        <translation>Wie schnell der Verlust mit jeder Zahl dieses Zustands wächst.</translation>
    </message>
    <message>
        <source>%1 is %2; it has to be at least %3.</source>
        <translation>%1 ist %2; es muss mindestens %3 sein.</translation>
    </message>
    <message>
        <source>%1 is %2; it has to be at most %3.</source>
        <translation>%1 ist %2; es darf höchstens %3 sein.</translation>
    </message>
    <message>
        <source>With σ in the gates, inputs %1 times as large: the states move by up to %2, and %3 % of the gates come within 0.01 of an end. With layer norm the states move by %4, and %5 % of the gates do.</source>
        <translation>Mit σ in den Gates, Eingaben %1-mal so groß: Die Zustände ändern sich um bis zu %2, und %3 % der Gates kommen auf 0.01 an ein Ende heran. Mit Schichtnormalisierung sind es %4 und %5 %.</translation>
    </message>
    <message>
        <source>Of %1 states of layer 0 here %2 were told to stay, a share of 0.3 at random: they moved by %3.</source>
        <translation>Von %1 Zuständen der Schicht 0 sollten hier %2 bleiben, ein zufälliger Anteil von 0.3: Sie haben sich um %3 bewegt.</translation>
    </message>
    <message>
        <source>600 updates of a GRU with 8 units on such walks, then 200 fresh ones: error %1 of the network, %2 of persistence. The steps themselves have a spread of %3.</source>
        <translation>600 Updates eines GRU mit 8 Einheiten auf solchen Irrfahrten, dann 200 frische: Fehler %1 des Netzes, %2 der Persistenz. Die Schritte selbst haben eine Streuung von %3.</translation>
    </message>
    <message>
        <source>weight_ih %1 becomes the kernel %2, weight_hh %3 the recurrent kernel %4, and the two biases one of %5.</source>
        <translation>weight_ih %1 wird zum Kernel %2, weight_hh %3 zum rekurrenten Kernel %4, und die beiden Bias werden einer von %5.</translation>
    </message>
    <message>
        <source>Drawn for this size: the kernel&apos;s largest number is %1, Glorot&apos;s limit √(6 / (%2 + %3)) is %4. The rows of the recurrent kernel miss being orthogonal by %5, those that PyTorch draws by %6. Keras&apos; largest bias is %7, PyTorch&apos;s %8.</source>
        <translation>Für diese Größe gezogen: Die größte Zahl des Kernels ist %1, Glorots Grenze √(6 / (%2 + %3)) ist %4. Die Zeilen des rekurrenten Kernels weichen um %5 davon ab, orthogonal zu sein, die von PyTorch gezogenen um %6. Keras’ größter Bias ist %7, PyTorchs %8.</translation>
    </message>
    <message>
        <source>%1 sequences of %2 steps: return_sequences=True answers [%1, %2, %3], False answers %4, the last state of each, %5 apart.</source>
        <translation>%1 Folgen von %2 Schritten: return_sequences=True antwortet [%1, %2, %3], False antwortet %4, den letzten Zustand jeder, mit einem Abstand von %5.</translation>
    </message>
    <message>
        <source>faint, dashed: not computed yet</source>
        <translation>schwach, gestrichelt: noch nicht berechnet</translation>
    </message>
    <message>
        <source>faint: not computed yet</source>
        <translation>schwach: noch nicht berechnet</translation>
    </message>
    <message>
        <source>With σ in the gates, their mean slope, at most 0.25, is %1 with these weights and %2 with weights 32 times as large. With layer norm %3 and %4.</source>
        <translation>Mit σ in den Gates ist deren mittlere Steigung, höchstens 0.25, bei diesen Gewichten %1 und bei 32-mal so großen %2. Mit Schichtnormalisierung %3 und %4.</translation>
    </message>
    <message>
        <source>Read from the start unit 0 ends at %1, read from the end at %2. The unit that differs most differs by %3.</source>
        <translation>Vom Anfang gelesen endet Einheit 0 bei %1, vom Ende gelesen bei %2. Die Einheit mit dem größten Unterschied unterscheidet sich um %3.</translation>
    </message>
    <message>
        <source>The inputs of this sequence add up to the very same vector from the start and from the end; its first number is %1.</source>
        <translation>Die Eingaben dieser Folge ergeben, vom Anfang oder vom Ende her addiert, genau denselben Vektor; seine erste Zahl ist %1.</translation>
    </message>
    <message>
        <source>The inputs of this sequence add up to a vector whose first number is %1, from the start and from the end; the two sums differ by %2, no more than rounding.</source>
        <translation>Die Eingaben dieser Folge ergeben, vom Anfang oder vom Ende her addiert, einen Vektor, dessen erste Zahl %1 ist; die beiden Summen unterscheiden sich um %2, nicht mehr als Rundung.</translation>
    </message>
    <message>
        <source>Overfitting does not show: held-out data are learned best with the largest size. More updates or fewer data would show it.</source>
        <translation>Überanpassung zeigt sich nicht: Zurückgehaltene Daten werden mit der größten Größe am besten gelernt. Mehr Updates oder weniger Daten würden sie zeigen.</translation>
    </message>
    <message>
        <source>Overfitting does not show: at the largest size, %1, the loss of held-out data is within %2 % of the best. More updates or fewer data would show it.</source>
        <translation>Überanpassung zeigt sich nicht: Bei der größten Größe, %1, liegt der Verlust auf zurückgehaltenen Daten höchstens %2 % über dem besten. Mehr Updates oder weniger Daten würden sie zeigen.</translation>
    </message>
    <message>
        <source>Overfitting: from there to %1 the training loss falls by %2 % more, but that of held-out data becomes %3 times as large: what is learned is true of the training data alone.</source>
        <translation>Überanpassung: Von dort bis %1 fällt der Verlust im Training um %2 % weiter, der auf zurückgehaltenen Daten wird aber %3-mal so groß: Was gelernt wird, gilt nur für die Trainingsdaten.</translation>
    </message>
    <message>
        <source>From there to %1 the loss of held-out data becomes %2 times as large, but that of training does not fall: this is no overfitting, the largest size has learned less in so many updates.</source>
        <translation>Von dort bis %1 wird der Verlust auf zurückgehaltenen Daten %2-mal so groß, der im Training fällt aber nicht: Das ist keine Überanpassung, die größte Größe hat in so vielen Updates weniger gelernt.</translation>
    </message>
    <message>
        <source>Held-out data are learned best with 1 unit.</source>
        <translation>Zurückgehaltene Daten werden mit 1 Einheit am besten gelernt.</translation>
    </message>
    <message>
        <source>Underfitting: with the fewest layers, %1, the loss of held-out data is %2 times that of the best size, and that of training is larger too: the network is too small for the task.</source>
        <translation>Unteranpassung: Mit den wenigsten Schichten, %1, ist der Verlust auf zurückgehaltenen Daten %2-mal so groß wie der der besten Größe, und der im Training ist auch größer: Das Netz ist zu klein für die Aufgabe.</translation>
    </message>
    <message>
        <source>Underfitting: with 1 unit the loss of held-out data is %1 times that of the best size, and that of training is larger too: the network is too small for the task.</source>
        <translation>Unteranpassung: Mit 1 Einheit ist der Verlust auf zurückgehaltenen Daten %1-mal so groß wie der der besten Größe, und der im Training ist auch größer: Das Netz ist zu klein für die Aufgabe.</translation>
    </message>
    <message>
        <source>Underfitting: with %1 units the loss of held-out data is %2 times that of the best size, and that of training is larger too: the network is too small for the task.</source>
        <translation>Unteranpassung: Mit %1 Einheiten ist der Verlust auf zurückgehaltenen Daten %2-mal so groß wie der der besten Größe, und der im Training ist auch größer: Das Netz ist zu klein für die Aufgabe.</translation>
    </message>
    <message>
        <source>On this task, with this learning rate, %1 solved it in every run, and so did %2; the median of %1 is %3 updates.</source>
        <translation>Bei dieser Aufgabe, mit dieser Lernrate, löste %1 sie in jedem Lauf, und %2 auch; der Median von %1 sind %3 Updates.</translation>
    </message>
    <message>
        <source>On this task, with this learning rate, %1 solved it in every run, and so did %2 and %4; the median of %1 is %3 updates.</source>
        <translation>Bei dieser Aufgabe, mit dieser Lernrate, löste %1 sie in jedem Lauf, %2 und %4 auch; der Median von %1 sind %3 Updates.</translation>
    </message>
    <message>
        <source>But the runs of %1 and %2 overlap: which of them is faster is not sure.</source>
        <translation>Aber die Läufe von %1 und %2 überschneiden sich: Wer davon schneller ist, ist nicht sicher.</translation>
    </message>
    <message>
        <source>persistence: off by %1</source>
        <translation>Persistenz: um %1 daneben</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>So the gradient is multiplied by it too: %1.</source>
        <translation>Also wird auch der Gradient damit multipliziert: %1.</translation>
    </message>
    <message>
        <source>Layer %1: %2 · %3 · (%4 + %3 + %5) = %6.</source>
        <translation>Schicht %1: %2 · %3 · (%4 + %3 + %5) = %6.</translation>
    </message>
    <message>
        <source>Over %1 layers and both directions together: %2.</source>
        <translation>Über %1 Schichten und beide Richtungen zusammen: %2.</translation>
    </message>
    <message>
        <source>Over %1 layers together: %2.</source>
        <translation>Über %1 Schichten zusammen: %2.</translation>
    </message>
    <message>
        <source>Both directions together: %1.</source>
        <translation>Beide Richtungen zusammen: %1.</translation>
    </message>
    <message>
        <source>It has no other layer, so that is all: %1.</source>
        <translation>Eine andere Schicht hat es nicht, das ist also alles: %1.</translation>
    </message>
    <message>
        <source>Rows: one block of %1 units.</source>
        <translation>Zeilen: ein Block von %1 Einheiten.</translation>
    </message>
    <message>
        <source>Rows: %1 blocks of %2 units are %3.</source>
        <translation>Zeilen: %1 Blöcke von %2 Einheiten sind %3.</translation>
    </message>
    <message>
        <source>Layers × directions: %1 × %2 = %3, each with a state of %4 units.</source>
        <translation>Schichten × Richtungen: %1 × %2 = %3, jede mit einem Zustand von %4 Einheiten.</translation>
    </message>
    <message>
        <source>Sequence %1 has this many real steps: %2.</source>
        <translation>Folge %1 hat so viele echte Schritte: %2.</translation>
    </message>
    <message>
        <source>One number for each step of the longest sequence: %1.</source>
        <translation>Eine Zahl für jeden Schritt der längsten Folge: %1.</translation>
    </message>
    <message>
        <source>Find a state in h_n</source>
        <translation>Einen Zustand in h_n finden</translation>
    </message>
    <message>
        <source>After one step: %1. That is still half or more.</source>
        <translation>Nach einem Schritt: %1. Das ist noch die Hälfte oder mehr.</translation>
    </message>
    <message>
        <source>%1 steps multiply it %1 times: %2.</source>
        <translation>%1 Schritte multiplizieren ihn %1-mal: %2.</translation>
    </message>
    <message>
        <source>Over %1 steps back this share of the gradient is left: %2.</source>
        <translation>Über %1 Schritte zurück ist dieser Anteil des Gradienten übrig: %2.</translation>
    </message>
    <message>
        <source>The factor is the root of that of degree %1: %2.</source>
        <translation>Der Faktor ist die Wurzel daraus vom Grad %1: %2.</translation>
    </message>
    <message>
        <source>The loss is taken at the last step. The length of dL/dh at steps 0 to %1: %2. At which step, going back, is the length for the first time less than half of the last step&apos;s?</source>
        <translation>Der Verlust wird am letzten Schritt genommen. Die Länge von dL/dh an den Schritten 0 bis %1: %2. An welchem Schritt, rückwärts gegangen, ist die Länge zum ersten Mal weniger als die Hälfte der des letzten Schritts?</translation>
    </message>
    <message>
        <source>The reset gate lets this much of the past through: %1.</source>
        <translation>Das Reset-Gate lässt so viel von der Vergangenheit durch: %1.</translation>
    </message>
    <message>
        <source>Add the input&apos;s part: %1.</source>
        <translation>Dazu der Teil der Eingabe: %1.</translation>
    </message>
    <message>
        <source>n = %1.</source>
        <translation>n = %1.</translation>
    </message>
    <message>
        <source>Then unit %1&apos;s own r scales it: %2.</source>
        <translation>Dann skaliert das eigene r von Einheit %1 es: %2.</translation>
    </message>
    <message>
        <source>Then the product and the bias: %1.</source>
        <translation>Dann das Produkt und der Bias: %1.</translation>
    </message>
    <message>
        <source>One block of H rows, each row with I + H weights and 2 biases: H · (I + H + 2). Try some H.</source>
        <translation>Ein Block von H Zeilen, jede Zeile mit I + H Gewichten und 2 Bias: H · (I + H + 2). Probieren Sie ein paar H.</translation>
    </message>
    <message>
        <source>%1 blocks of H rows, each row with I + H weights and 2 biases: %1 · H · (I + H + 2). Try some H.</source>
        <translation>%1 Blöcke von H Zeilen, jede Zeile mit I + H Gewichten und 2 Bias: %1 · H · (I + H + 2). Probieren Sie ein paar H.</translation>
    </message>
    <message>
        <source>Count the products</source>
        <translation>Die Produkte zählen</translation>
    </message>
    <message>
        <source>A sigmoid of straight lines</source>
        <translation>Ein Sigmoid aus geraden Linien</translation>
    </message>
    <message>
        <source>Count words and weights</source>
        <translation>Wörter und Gewichte zählen</translation>
    </message>
    <message>
        <source>Warmer or colder</source>
        <translation>Wärmer oder kälter</translation>
    </message>
    <message>
        <source>How wrong an echo is</source>
        <translation>Wie falsch ein Echo ist</translation>
    </message>
    <message>
        <source>Add what comes from the input and from the state: %1.</source>
        <translation>Addieren Sie, was von der Eingabe und vom Zustand kommt: %1.</translation>
    </message>
    <message>
        <source>%1 = %2.</source>
        <translation>%1 = %2.</translation>
    </message>
    <message>
        <source>The old state has the weight %1: %2.</source>
        <translation>Der alte Zustand hat das Gewicht %1: %2.</translation>
    </message>
    <message>
        <source>The candidate has the weight %1: %2.</source>
        <translation>Der Kandidat hat das Gewicht %1: %2.</translation>
    </message>
    <message>
        <source>Add the two: %1.</source>
        <translation>Addieren Sie beide: %1.</translation>
    </message>
    <message>
        <source>If z keeps: %1.</source>
        <translation>Wenn z behält: %1.</translation>
    </message>
    <message>
        <source>If z overwrites: %1.</source>
        <translation>Wenn z überschreibt: %1.</translation>
    </message>
    <message>
        <source>Choose all that apply.</source>
        <translation>Wählen Sie alles Zutreffende.</translation>
    </message>
    <message>
        <source>Sums written out</source>
        <translation>Ausgeschriebene Summen</translation>
    </message>
    <message>
        <source>The network reads sums letter by letter, &quot;32+7=39;&quot;, and says which letter comes next. The numbers are drawn, so that they cannot be foreseen; what follows the &quot;=&quot; can, by one who remembers both and carries. More digits ask for many more units and updates.</source>
        <translation>Das Netz liest Summen Zeichen für Zeichen, „32+7=39;“, und sagt, welches Zeichen als nächstes kommt. Die Zahlen sind ausgelost und nicht vorherzusehen; was nach dem „=“ kommt, schon, wenn man sich beide merkt und den Übertrag mitnimmt. Mehr Stellen verlangen viel mehr Einheiten und Updates.</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>The input of step %1 changes. What stands at step 0 of the output moves by %2 in a layer that reads forwards, by %3 in the same layer read both ways: that one has to wait for all that comes.</source>
        <translation>Die Eingabe von Schritt %1 ändert sich. Was an Schritt 0 der Ausgabe steht, ändert sich in einer Schicht, die vorwärts liest, um %2, in derselben, in beide Richtungen gelesenen um %3: Die muss auf alles warten, was kommt.</translation>
    </message>
    <message>
        <source>Layer %1, step %2 of sequence %3</source>
        <translation>Schicht %1, Schritt %2 von Folge %3</translation>
    </message>
    <message>
        <source>Step %1 of sequence %2</source>
        <translation>Schritt %1 von Folge %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>%1, step %2 of sequence %3</source>
        <translation>%1, Schritt %2 von Folge %3</translation>
    </message>
    <message>
        <source>forwards</source>
        <translation>vorwärts</translation>
    </message>
    <message>
        <source>Layer %1, %2, step %3 of sequence %4</source>
        <translation>Schicht %1, %2, Schritt %3 von Folge %4</translation>
    </message>
    <message>
        <source>Layer %1, %2, step %3</source>
        <translation>Schicht %1, %2, Schritt %3</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>am kleinsten</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>am größten</translation>
    </message>
    <message>
        <source>after the product: r⊙(U_n hₜ₋₁ + b_hn)</source>
        <translation>nach dem Produkt: r⊙(U_n hₜ₋₁ + b_hn)</translation>
    </message>
    <message>
        <source>before the product: U_n (r⊙hₜ₋₁) + b_hn</source>
        <translation>vor dem Produkt: U_n (r⊙hₜ₋₁) + b_hn</translation>
    </message>
    <message>
        <source>%1, unit %2. A trace shows z = %3, hₜ₋₁ = %4 before the step, n = %5, and hₜ = %6 after it. Which rule made it?</source>
        <translation>%1, Einheit %2. Eine Aufzeichnung zeigt z = %3, hₜ₋₁ = %4 vor dem Schritt, n = %5 und hₜ = %6 danach. Nach welcher Regel?</translation>
    </message>
    <message>
        <source>the reset gate r</source>
        <translation>das Reset-Gate r</translation>
    </message>
    <message>
        <source>the product r⊙hₜ₋₁</source>
        <translation>das Produkt r⊙hₜ₋₁</translation>
    </message>
    <message>
        <source>the new state hₜ</source>
        <translation>der neue Zustand hₜ</translation>
    </message>
    <message>
        <source>the product r⊙(U_n hₜ₋₁ + b_hn)</source>
        <translation>das Produkt r⊙(U_n hₜ₋₁ + b_hn)</translation>
    </message>
    <message>
        <source>grey, −: negative</source>
        <translation>grau, −: negativ</translation>
    </message>
    <message>
        <source>Small states: the bars end at ±%1.</source>
        <translation>Kleine Zustände: die Balken enden bei ±%1.</translation>
    </message>
    <message>
        <source>So the order is %1 → %2 → %3 → %4.</source>
        <translation>Die Reihenfolge ist also: %1 → %2 → %3 → %4.</translation>
    </message>
    <message>
        <source>it is no lesson: expected a file that was exported from My lessons.</source>
        <translation>das ist keine Lektion: Erwartet wird eine Datei, die unter Meine Lektionen exportiert wurde.</translation>
    </message>
    <message>
        <source>%1: this lesson is from a newer version of Gatescope.</source>
        <translation>%1: Diese Lektion ist von einer neueren Version von Gatescope.</translation>
    </message>
    <message>
        <source>lesson: expected an object.</source>
        <translation>lesson: erwartet wird ein Objekt.</translation>
    </message>
    <message>
        <source>.deed: say in words what is to be done.</source>
        <translation>.deed: Sagen Sie in Worten, was zu tun ist.</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, fades. Most of it goes at step %4, where the %5 of unit %6 lets it go (%7): %8 of the difference that it made. By step %9 under a tenth is left.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, verblasst. Am meisten geht an Schritt %4 verloren, wo %5 von Einheit %6 es gehen lässt (%7): %8 von dem Unterschied, den es machte. Bei Schritt %9 ist weniger als ein Zehntel übrig.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, fades. Most of it goes at step %4, where the %5 of unit %6 hides it from the candidate (%7): %8 of the difference that it made. By step %9 under a tenth is left.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, verblasst. Am meisten geht an Schritt %4 verloren, wo %5 von Einheit %6 es vor dem Kandidaten verbirgt (%7): %8 von dem Unterschied, den es machte. Bei Schritt %9 ist weniger als ein Zehntel übrig.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, fades. Most of it goes at step %4, most of all in unit %6, and no gate could have kept it: %8 of the difference that it made. By step %9 under a tenth is left.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, verblasst. Am meisten geht an Schritt %4 verloren, vor allem in Einheit %6, und kein Gate hätte es behalten können: %8 von dem Unterschied, den es machte. Bei Schritt %9 ist weniger als ein Zehntel übrig.</translation>
    </message>
    <message>
        <source>%1: “%2”, read at step %3, makes next to no difference: at most %4 of the state.</source>
        <translation>%1: „%2“, gelesen an Schritt %3, macht so gut wie keinen Unterschied: höchstens %4 des Zustands.</translation>
    </message>
    <message>
        <source>What is to become of these data?</source>
        <translation>Was soll mit diesen Daten geschehen?</translation>
    </message>
    <message>
        <source>A new, untrained network would read them: %1.</source>
        <translation>Ein neues, untrainiertes Netz würde sie lesen: %1.</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Neues Netz</translation>
    </message>
    <message>
        <source>Train learns texts, and tables with dates, names and gaps.</source>
        <translation>Unter „Trainieren“ werden Texte gelernt, und Tabellen mit Daten, Namen und Lücken.</translation>
    </message>
    <message>
        <source>Learn in Train</source>
        <translation>Dort lernen</translation>
    </message>
    <message>
        <source>%1 could not be printed on.</source>
        <translation>Auf %1 ließ sich nicht drucken.</translation>
    </message>
    <message>
        <source>the sheet of %1</source>
        <translation>das Blatt von %1</translation>
    </message>
    <message>
        <source>the key, with the row of %1 alone</source>
        <translation>der Schlüssel, nur mit der Zeile von %1</translation>
    </message>
    <message>
        <source>the solutions of %1</source>
        <translation>die Lösungen von %1</translation>
    </message>
    <message>
        <source>vermilion +, grey −</source>
        <translation>zinnoberrot +, grau −</translation>
    </message>
    <message>
        <source>what moves</source>
        <translation>was bewegt</translation>
    </message>
    <message>
        <source>the answer %1, step %2</source>
        <translation>die Antwort %1, Schritt %2</translation>
    </message>
    <message>
        <source>answer %1, step %2</source>
        <translation>Antwort %1, Schritt %2</translation>
    </message>
    <message>
        <source>moves answer %1, step %2</source>
        <translation>bewegt Antwort %1, Schritt %2</translation>
    </message>
    <message>
        <source>moves answer %1</source>
        <translation>bewegt Antwort %1</translation>
    </message>
    <message>
        <source>moves the answer %1 at step %2 by %3</source>
        <translation>bewegt die Antwort %1 an Schritt %2 um %3</translation>
    </message>
    <message>
        <source>%1; more than a step before: what is left also changes what is written</source>
        <translation>%1; mehr als einen Schritt zuvor: Was übrig ist, ändert auch, was geschrieben wird</translation>
    </message>
    <message>
        <source>means</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>∂L/∂a × value</source>
        <translation>∂L/∂a × Wert</translation>
    </message>
    <message>
        <source>sent back: ∂L/∂a × weight</source>
        <translation>zurück: ∂L/∂a × Gewicht</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>each product moves it, enlarged %1 times</source>
        <translation>jedes Produkt bewegt sie, %1-mal vergrößert</translation>
    </message>
    <message>
        <source>enlarged %1 times</source>
        <translation>%1-mal vergrößert</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>kein Verlust</translation>
    </message>
    <message>
        <source>Layer %1, forward, step %2</source>
        <translation>Schicht %1, vorwärts, Schritt %2</translation>
    </message>
    <message>
        <source>Layer %1, backward, step %2</source>
        <translation>Schicht %1, rückwärts, Schritt %2</translation>
    </message>
    <message>
        <source>row %1 of %2 (the only %3 row)</source>
        <translation>Zeile %1 von %2 (die einzige %3-Zeile)</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>1 run of a size is too few to be sure: run more seeds.</source>
        <translation>1 Lauf einer Größe ist zu wenig, um sicher zu sein: Nehmen Sie mehr Startwerte.</translation>
    </message>
    <message>
        <source>%1 runs of a size are too few to be sure: run more seeds.</source>
        <translation>%1 Läufe einer Größe sind zu wenig, um sicher zu sein: Nehmen Sie mehr Startwerte.</translation>
    </message>
    <message>
        <source>There are %1 pages, and none of those that were asked for.</source>
        <translation>Es gibt %1 Seiten, und keine der verlangten ist darunter.</translation>
    </message>
    <message>
        <source>Converted for the other rule, this network makes outputs that differ from those before by at most %1. The two z add up to 1 at every step and unit, off by at most %2.</source>
        <translation>Für die andere Regel umgerechnet, gibt dieses Netz Ausgaben, die höchstens um %1 von den vorigen abweichen. Die beiden z ergeben zusammen an jedem Schritt und in jeder Einheit 1, mit einer Abweichung von höchstens %2.</translation>
    </message>
    <message>
        <source>With the rows of z negated in W, U and both biases the outputs of the other rule differ by at most %1. With b_hz left as it is they move by up to %2.</source>
        <translation>Mit umgekehrtem Vorzeichen der Zeilen von z in W, U und beiden Bias unterscheiden sich die Ausgaben der anderen Regel höchstens um %1. Bleibt b_hz, wie es ist, bewegen sie sich um bis zu %2.</translation>
    </message>
    <message>
        <source>The signs of all that stands under z&apos;s sigmoid change together</source>
        <translation>Die Vorzeichen von allem, was unter dem σ von z steht, wechseln gemeinsam</translation>
    </message>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>the first numbers of W, from the smallest to the largest</source>
        <translation>die ersten Zahlen von W, von der kleinsten zur größten</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Change all steps of sequence 0: with the axes in place sequence 1 moves by %1, with the axes swapped by up to %2.</source>
        <translation>Ändern Sie alle Schritte von Folge 0: Mit den Achsen am Platz bewegt sich Folge 1 um %1, mit vertauschten um bis zu %2.</translation>
    </message>
    <message>
        <source>axes swapped</source>
        <translation>Achsen vertauscht</translation>
    </message>
    <message>
        <source>axes in place</source>
        <translation>Achsen am Platz</translation>
    </message>
    <message>
        <source>how far sequence 1 moves, by steps</source>
        <translation>wie weit sich Folge 1 bewegt, je Schritt</translation>
    </message>
    <message>
        <source>%1 products, %2 with the gates stacked, %3 with the inputs of all steps taken at once. The states differ by %4 at most, in single precision by %5.</source>
        <translation>%1 Produkte, %2 mit gestapelten Gates, %3 mit den Eingaben aller Schritte auf einmal. Die Zustände unterscheiden sich um höchstens %4, in einfacher Genauigkeit um %5.</translation>
    </message>
    <message>
        <source>%1 steps: %2 multiplications of two numbers with six products a step, %3 with two, %4 with the inputs of all steps at once.</source>
        <translation>%1 Schritte: %2 Multiplikationen zweier Zahlen bei sechs Produkten je Schritt, %3 bei zweien, %4 mit den Eingaben aller Schritte auf einmal.</translation>
    </message>
    <message>
        <source>µs for the batch</source>
        <translation>µs für den Batch</translation>
    </message>
    <message>
        <source>products a step</source>
        <translation>Produkte je Schritt</translation>
    </message>
    <message>
        <source>.figure cannot be drawn of this network.</source>
        <translation>.figure lässt sich von diesem Netz nicht zeichnen.</translation>
    </message>
    <message>
        <source>.figure: this layer has no tensor &quot;%1&quot;.</source>
        <translation>.figure: Diese Schicht hat keinen Tensor „%1“.</translation>
    </message>
    <message>
        <source>%1.%2: a figure has no such field.</source>
        <translation>%1.%2: Ein solches Feld hat eine Abbildung nicht.</translation>
    </message>
    <message>
        <source>.figure: without a commitment there is nothing to wait for.</source>
        <translation>.figure: Ohne Festlegung gibt es nichts abzuwarten.</translation>
    </message>
    <message>
        <source>The loss is the mean of the last state here. Norm with the usual U: %1, with one eight times as large: %2. Clipped to %3 these are %4 and %5.</source>
        <translation>Der Verlust ist hier das Mittel des letzten Zustands. Norm mit dem üblichen U: %1, mit einem achtmal so großen: %2. Gekappt auf %3 sind es %4 und %5.</translation>
    </message>
    <message>
        <source>norm of the gradient of all weights</source>
        <translation>Norm des Gradienten aller Gewichte</translation>
    </message>
    <message>
        <source>times the usual U</source>
        <translation>mal das übliche U</translation>
    </message>
    <message>
        <source>Clipping cuts what is too long and leaves the rest</source>
        <translation>Kappen kürzt, was zu lang ist, und lässt den Rest</translation>
    </message>
    <message>
        <source>1200 letters each. Temperature 0, as in %8: %1 % of the words are words of the sentences, but only %2 different ones come. 0.5: %3 %, %4 different. 1: %5 %, %6 different. 2, as in %9: %7 %.</source>
        <translation>Je 1200 Buchstaben. Temperatur 0, wie in %8: %1 % der Wörter sind Wörter der Sätze, aber es kommen nur %2 verschiedene. 0.5: %3 %, %4 verschiedene. 1: %5 %, %6 verschiedene. 2, wie in %9: %7 %.</translation>
    </message>
    <message>
        <source>input[%1] has %2 numbers, expected %3.</source>
        <translation>input[%1] hat %2 Zahlen, erwartet werden %3.</translation>
    </message>
    <message>
        <source>text: &quot;%1&quot; is not the name of a file.</source>
        <translation>text: „%1“ ist nicht der Name einer Datei.</translation>
    </message>
    <message>
        <source>recurrent_scale is beyond %1.</source>
        <translation>recurrent_scale liegt jenseits von %1.</translation>
    </message>
    <message>
        <source>output</source>
        <comment>what the network says</comment>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>how much of the past the candidate may hear</source>
        <translation>wie viel Vergangenheit der Kandidat hören darf</translation>
    </message>
    <message>
        <source>what the candidate may hear</source>
        <translation>was der Kandidat hören darf</translation>
    </message>
    <message>
        <source>input</source>
        <comment>what a step reads</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>How much of the past the candidate may hear: 1 lets all of it through, 0 none.</source>
        <translation>Wie viel Vergangenheit der Kandidat hören darf: bei 1 alles, bei 0 nichts.</translation>
    </message>
    <message>
        <source>line %1: there is no name in it.</source>
        <translation>Zeile %1: Es steht kein Name darin.</translation>
    </message>
    <message>
        <source>the list has several columns, and no first line says which one holds the names: write &quot;Name&quot;, or &quot;First name&quot; and &quot;Last name&quot;, over them.</source>
        <translation>die Liste hat mehrere Spalten, und keine erste Zeile sagt, in welcher die Namen stehen: Schreiben Sie „Name“ oder „Vorname“ und „Nachname“ darüber.</translation>
    </message>
    <message>
        <source>Not the same for everybody: %1. Under such a number sheets have different questions, of the same lesson, level and kind.</source>
        <translation>Nicht für alle gleich: %1. Unter einer solchen Nummer haben Blätter verschiedene Fragen, von gleicher Lektion, Stufe und Art.</translation>
    </message>
    <message>
        <source>Of this topic and level there is nothing to ask about the network on the screen.</source>
        <translation>Zu diesem Thema und dieser Stufe gibt es über das Netz auf dem Bildschirm nichts zu fragen.</translation>
    </message>
    <message>
        <source>Recall asks what you were asked before, not about the network on the screen.</source>
        <translation>„Erinnern“ fragt, was Sie schon gefragt wurden, nicht nach dem Netz auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Recall asks what you were asked before, and none of this was yet: begin with a quiz.</source>
        <translation>„Erinnern“ fragt, was Sie schon gefragt wurden, und davon noch nichts: Beginnen Sie mit einem Quiz.</translation>
    </message>
    <message>
        <source>There is no question of this topic and level.</source>
        <translation>Zu diesem Thema und dieser Stufe gibt es keine Frage.</translation>
    </message>
    <message>
        <source>The network on the screen has no run yet.</source>
        <translation>Das Netz auf dem Bildschirm ist noch nicht gelaufen.</translation>
    </message>
    <message>
        <source>Recall asks what the class was asked before, not about the network on the screen.</source>
        <translation>„Erinnern“ fragt, was die Klasse schon gefragt wurde, nicht nach dem Netz auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Recall asks what the class was asked before, and none of this was yet: ask it a quiz first.</source>
        <translation>„Erinnern“ fragt, was die Klasse schon gefragt wurde, und davon noch nichts: Stellen Sie ihr zuerst ein Quiz.</translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation>über 99 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>keeps %1</source>
        <translation>behält %1</translation>
    </message>
    <message>
        <source>of its old value</source>
        <translation>des alten Werts</translation>
    </message>
    <message>
        <source>overwrites %1</source>
        <translation>überschreibt %1</translation>
    </message>
    <message>
        <source>%1 straight back</source>
        <translation>%1 direkt zurück</translation>
    </message>
    <message>
        <source>moves %1</source>
        <translation>geht %1</translation>
    </message>
    <message>
        <source>of the way to the candidate</source>
        <translation>des Weges zum Kandidaten</translation>
    </message>
    <message>
        <source>lets by %1</source>
        <translation>lässt %1</translation>
    </message>
    <message>
        <source>of the past</source>
        <translation>der Vergangenheit durch</translation>
    </message>
    <message>
        <source>of the cell&apos;s old value</source>
        <translation>des alten Zellwerts</translation>
    </message>
    <message>
        <source>lets in %1</source>
        <translation>nimmt %1</translation>
    </message>
    <message>
        <source>of the candidate</source>
        <translation>des Kandidaten auf</translation>
    </message>
    <message>
        <source>shows %1</source>
        <translation>zeigt %1</translation>
    </message>
    <message>
        <source>of the squashed cell</source>
        <translation>der gestauchten Zelle</translation>
    </message>
    <message>
        <source>.figure.marks is of shapes alone.</source>
        <translation>.figure.marks gibt es nur bei shapes.</translation>
    </message>
    <message>
        <source>.figure_before: the figure does not wait for the guess.</source>
        <translation>.figure_before: Das Bild wartet nicht auf die Vermutung.</translation>
    </message>
    <message>
        <source>weights.%1[%2]: it has so many numbers: %3; expected %4.</source>
        <translation>weights.%1[%2]: So viele Zahlen hat es: %3; erwartet %4.</translation>
    </message>
    <message>
        <source>weights is not a list of tensors by name.</source>
        <translation>weights ist keine Liste von Tensoren nach Namen.</translation>
    </message>
    <message>
        <source>weights: the network has no tensor &quot;%1&quot;.</source>
        <translation>weights: Das Netz hat keinen Tensor „%1“.</translation>
    </message>
    <message>
        <source>weights.%1: it has so many rows: %2; expected %3.</source>
        <translation>weights.%1: So viele Zeilen hat es: %2; erwartet %3.</translation>
    </message>
    <message>
        <source>recurrent_dropout.share is not within 0 and 1.</source>
        <translation>recurrent_dropout.share liegt nicht zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>recurrent_dropout.dropped is not a list of units by block.</source>
        <translation>recurrent_dropout.dropped ist keine Liste von Einheiten je Block.</translation>
    </message>
    <message>
        <source>recurrent_dropout.dropped: this cell has no block &quot;%1&quot;.</source>
        <translation>recurrent_dropout.dropped: Diese Zelle hat keinen Block „%1“.</translation>
    </message>
    <message>
        <source>both states of layer %1</source>
        <translation>beide Zustände von Schicht %1</translation>
    </message>
    <message>
        <source>.controls: a figure stands in place of the stage, so that there is nothing to move.</source>
        <translation>.controls: Anstelle der Bühne steht ein Bild, da gibt es nichts zu verstellen.</translation>
    </message>
    <message>
        <source>.deed: a figure stands in place of the stage, so that there is nothing to do it on.</source>
        <translation>.deed: Anstelle der Bühne steht ein Bild, an dem sich nichts tun lässt.</translation>
    </message>
    <message>
        <source>Option %1</source>
        <translation>Option %1</translation>
    </message>
    <message>
        <source>%1 is empty, and one below it is not.</source>
        <translation>%1 ist leer, und eine darunter ist es nicht.</translation>
    </message>
    <message>
        <source>%1 is empty, but has a reason.</source>
        <translation>%1 ist leer, hat aber eine Begründung.</translation>
    </message>
    <message>
        <source>%1 says the same as %2.</source>
        <translation>%1 sagt dasselbe wie %2.</translation>
    </message>
    <message>
        <source>Write at least two options.</source>
        <translation>Schreiben Sie mindestens zwei Optionen.</translation>
    </message>
    <message>
        <source>Say why it is wrong to judge it otherwise: %1.</source>
        <translation>Sagen Sie, warum es falsch ist, sie anders zu beurteilen: %1.</translation>
    </message>
    <message>
        <source>Say why it is wrong: %1.</source>
        <translation>Sagen Sie, warum sie falsch ist: %1.</translation>
    </message>
    <message>
        <source>Tick the one that is right.</source>
        <translation>Kreuzen Sie die richtige an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no answer here.</source>
        <translation>„%1“ ist hier keine Antwort.</translation>
    </message>
    <message>
        <source>Write the right answer.</source>
        <translation>Schreiben Sie die richtige Antwort.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no distance: a number that is not below zero.</source>
        <translation>„%1“ ist kein Abstand: eine Zahl, die nicht unter null liegt.</translation>
    </message>
    <message>
        <source>Mistake %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>the wrong answer is missing.</source>
        <translation>Die falsche Antwort fehlt.</translation>
    </message>
    <message>
        <source>it would be marked right.</source>
        <translation>Er würde als richtig gewertet.</translation>
    </message>
    <message>
        <source>say why it is wrong.</source>
        <translation>Sagen Sie, warum er falsch ist.</translation>
    </message>
    <message>
        <source>Name at least one wrong answer that people give, and why it is wrong.</source>
        <translation>Nennen Sie mindestens eine falsche Antwort, die gegeben wird, und warum sie falsch ist.</translation>
    </message>
    <message>
        <source>Write what is asked.</source>
        <translation>Schreiben Sie, was gefragt ist.</translation>
    </message>
    <message>
        <source>Write a hint.</source>
        <translation>Schreiben Sie einen Hinweis.</translation>
    </message>
    <message>
        <source>Write how one gets to the answer; the last line says the answer.</source>
        <translation>Schreiben Sie, wie man zur Antwort kommt; die letzte Zeile sagt die Antwort.</translation>
    </message>
    <message>
        <source>Its last line does not say the answer, %1.</source>
        <translation>Ihre letzte Zeile sagt die Antwort nicht: %1.</translation>
    </message>
    <message>
        <source>Choose what it is about.</source>
        <translation>Wählen Sie, wovon sie handelt.</translation>
    </message>
    <message>
        <source>Choose the lesson that explains it.</source>
        <translation>Wählen Sie die Lektion, die sie erklärt.</translation>
    </message>
    <message>
        <source>bars ±%1</source>
        <translation>Balken ±%1</translation>
    </message>
    <message>
        <source>But the runs of %1 and %2 overlap, and all those of %3, the same cell as %1, are slower: the setting decided, not the cell.</source>
        <translation>Aber die Läufe von %1 und %2 überschneiden sich, und alle von %3, derselben Zelle wie %1, sind langsamer: Die Einstellung entschied, nicht die Zelle.</translation>
    </message>
    <message>
        <source>each bar is the mean of the units that share a line, on a scale of ±%1</source>
        <translation>jeder Balken ist das Mittel der Einheiten, die sich eine Zeile teilen, auf einer Skala von ±%1</translation>
    </message>
    <message>
        <source>Layer %1, forward</source>
        <translation>Schicht %1, vorwärts</translation>
    </message>
    <message>
        <source>Layer %1, backward</source>
        <translation>Schicht %1, rückwärts</translation>
    </message>
    <message>
        <source>This is a pickle of Python&apos;s, but none that torch.save() wrote. Save the network with torch.save(model.state_dict(), &quot;model.pt&quot;).</source>
        <translation>Das ist eine Pickle-Datei von Python, aber keine, die torch.save() geschrieben hat. Speichern Sie das Netz mit torch.save(model.state_dict(), &quot;model.pt&quot;).</translation>
    </message>
    <message>
        <source>This is a GGUF file, expected .safetensors or .pt.</source>
        <translation>Das ist eine GGUF-Datei, erwartet wird .safetensors oder .pt.</translation>
    </message>
    <message>
        <source>The file has a storage of a kind that is not read here.</source>
        <translation>Die Datei hat einen Speicher (storage) einer Art, die hier nicht gelesen wird.</translation>
    </message>
    <message>
        <source>The file ends before the %1 numbers of a storage: it is cut off.</source>
        <translation>Die Datei endet vor den %1 Zahlen eines Speichers (storage): Sie ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The file has no storage %1.</source>
        <translation>Die Datei hat keinen Speicher (storage) %1.</translation>
    </message>
    <message>
        <source>The zip archive is damaged or cut off.</source>
        <translation>Das zip-Archiv ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 in the zip archive is damaged.</source>
        <translation>%1 im zip-Archiv ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 is there already; expected a new folder, or one that is empty.</source>
        <translation>%1 gibt es schon; erwartet wird ein neuer oder ein leerer Ordner.</translation>
    </message>
    <message>
        <source>%1 is no input that Gatescope knows; expected a text in UTF-8, or numbers as CSV, JSON or .npy.</source>
        <translation>%1 ist keine Eingabe, die Gatescope kennt; erwartet wird ein Text in UTF-8, oder Zahlen als CSV, JSON oder .npy.</translation>
    </message>
    <message>
        <source>%1 has the shape %2, expected [rows, inputs], at least one of each.</source>
        <translation>%1 hat die Form %2, erwartet wird [Zeilen, Eingänge], von beiden mindestens eins.</translation>
    </message>
    <message>
        <source>LN, the layer normalisation, takes the mean of all rows of W x (of U h) off each, divides by their spread and multiplies by a gain. The products below are as they were before.</source>
        <translation>LN, die Schichtnormalisierung, zieht von jeder Zeile von W x (von U h) den Mittelwert aller ab, teilt durch ihre Streuung und multipliziert mit einer Verstärkung. Die Produkte darunter sind, wie sie davor waren.</translation>
    </message>
    <message>
        <source>Export the network, for PyTorch…</source>
        <translation>Netz exportieren, für PyTorch…</translation>
    </message>
    <message>
        <source>The program that reads this kind of file gave an answer that cannot be understood.</source>
        <translation>Das Programm, das solche Dateien liest, gab eine Antwort, die sich nicht verstehen lässt.</translation>
    </message>
    <message>
        <source>Files of this kind are read by a program of their own, which cannot be started: %1 (%2).</source>
        <translation>Solche Dateien liest ein eigenes Programm, das sich nicht starten lässt: %1 (%2).</translation>
    </message>
    <message>
        <source>Reading the file took too much of the processor&apos;s time and was stopped: the file is damaged.</source>
        <translation>Das Lesen der Datei brauchte zu viel Rechenzeit und wurde abgebrochen: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The program that reads this kind of file broke off (%1): the file is damaged, or made to do harm.</source>
        <translation>Das Programm, das solche Dateien liest, brach ab (%1): Die Datei ist beschädigt oder soll Schaden anrichten.</translation>
    </message>
    <message>
        <source>The file holds more than %1 bytes, the most that is read here.</source>
        <translation>Die Datei enthält mehr als %1 Bytes, so viele werden hier höchstens gelesen.</translation>
    </message>
    <message>
        <source>Reading the file took more than %1 seconds and was stopped.</source>
        <translation>Das Lesen der Datei dauerte länger als %1 Sekunden und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The weights %1 are those of no layer that is read here; expected Embedding, GRU, LSTM, SimpleRNN, Bidirectional or Dense.</source>
        <translation>Die Gewichte %1 gehören zu keiner Schicht, die hier gelesen wird; erwartet werden Embedding, GRU, LSTM, SimpleRNN, Bidirectional oder Dense.</translation>
    </message>
    <message>
        <source>%1 has the activation %2; expected tanh or relu.</source>
        <translation>%1 hat die activation %2; erwartet wird tanh oder relu.</translation>
    </message>
    <message>
        <source>%1 has the recurrent_activation %2; expected sigmoid or hard_sigmoid.</source>
        <translation>%1 hat die recurrent_activation %2; erwartet wird sigmoid oder hard_sigmoid.</translation>
    </message>
    <message>
        <source>%1 does not say its units; expected a whole number from 1.</source>
        <translation>%1 nennt seine units nicht; erwartet wird eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>%1 has merge_mode=%2; expected concat.</source>
        <translation>%1 hat merge_mode=%2; erwartet wird concat.</translation>
    </message>
    <message>
        <source>%1 reads in both directions with a layer of the class %2; expected GRU, LSTM or SimpleRNN.</source>
        <translation>%1 liest in beiden Richtungen mit einer Schicht der Klasse %2; erwartet wird GRU, LSTM oder SimpleRNN.</translation>
    </message>
    <message>
        <source>%1 does not have the same class of layer in both directions; expected a second one that goes backwards.</source>
        <translation>%1 hat nicht in beiden Richtungen dieselbe Klasse von Schicht; erwartet wird eine zweite, die rückwärts geht.</translation>
    </message>
    <message>
        <source>%1 has go_backwards=True, which is read only within a Bidirectional; expected False.</source>
        <translation>%1 hat go_backwards=True, was nur in einem Bidirectional gelesen wird; erwartet wird False.</translation>
    </message>
    <message>
        <source>%1 is not alike in its two directions; expected the same sizes and settings.</source>
        <translation>%1 ist in seinen beiden Richtungen verschieden; erwartet werden gleiche Größen und Einstellungen.</translation>
    </message>
    <message>
        <source>%1 has %2 units and %3 has %4; expected as many in each recurrent layer.</source>
        <translation>%1 hat %2 Einheiten und %3 hat %4; erwartet werden in jeder rekurrenten Schicht gleich viele.</translation>
    </message>
    <message>
        <source>%1 does not say what it wraps; expected a layer of Keras&apos; own.</source>
        <translation>%1 sagt nicht, was es umhüllt; erwartet wird eine Schicht von Keras selbst.</translation>
    </message>
    <message>
        <source>The file has no weights &quot;%1&quot; of the layer %2.</source>
        <translation>Die Datei hat keine Gewichte „%1“ der Schicht %2.</translation>
    </message>
    <message>
        <source>The weights &quot;%1&quot; of the layer %2 have the shape %3, expected %4 of floating-point numbers.</source>
        <translation>Die Gewichte „%1“ der Schicht %2 haben die Form %3, erwartet wird %4 aus Gleitkommazahlen.</translation>
    </message>
    <message>
        <source>What the file says of its layers is not as Keras writes it: %1.</source>
        <translation>Was die Datei über ihre Schichten sagt, ist nicht, wie Keras es schreibt: %1.</translation>
    </message>
    <message>
        <source>%1 is a Lambda layer, a piece of Python that would have to be run, which is never done; expected layers of Keras&apos; own.</source>
        <translation>%1 ist eine Lambda-Schicht, ein Stück Python, das ausgeführt werden müsste, was nie geschieht; erwartet werden Schichten von Keras selbst.</translation>
    </message>
    <message>
        <source>%1 is a layer of somebody&apos;s own (%2), whose code is not Keras&apos;; expected layers of Keras&apos; own.</source>
        <translation>%1 ist eine selbst geschriebene Schicht (%2), deren Code nicht von Keras ist; erwartet werden Schichten von Keras selbst.</translation>
    </message>
    <message>
        <source>%1 is not one of layers that read each other one after the other; expected a network that is such a chain, with one input and one output.</source>
        <translation>%1 gehört nicht zu Schichten, die eine nach der anderen lesen; erwartet wird ein Netz, das eine solche Kette ist, mit einem Eingang und einem Ausgang.</translation>
    </message>
    <message>
        <source>The network has %1 inputs; expected one.</source>
        <translation>Das Netz hat %1 Eingänge; erwartet wird einer.</translation>
    </message>
    <message>
        <source>The file holds a model of the class &quot;%1&quot;; expected Sequential or a functional model.</source>
        <translation>Die Datei enthält ein Modell der Klasse „%1“; erwartet wird Sequential oder ein funktionales Modell.</translation>
    </message>
    <message>
        <source>The HDF5 file cannot be read: it is damaged or cut off.</source>
        <translation>Die HDF5-Datei lässt sich nicht lesen: Sie ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 in the HDF5 file cannot be read: the file is damaged.</source>
        <translation>%1 in der HDF5-Datei lässt sich nicht lesen: Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 keeps its numbers in another file, which is not followed.</source>
        <translation>%1 hat seine Zahlen in einer anderen Datei; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 is stored in pieces or packed; expected its numbers as Keras writes them, one after the other.</source>
        <translation>%1 ist in Stücken oder gepackt gespeichert; erwartet werden seine Zahlen, wie Keras sie schreibt, eine nach der anderen.</translation>
    </message>
    <message>
        <source>%1 has more than %2 bytes, the most that is read here.</source>
        <translation>%1 hat mehr als %2 Bytes, so viele werden hier höchstens gelesen.</translation>
    </message>
    <message>
        <source>a layer has no &quot;config&quot;</source>
        <translation>eine Schicht hat keine „config“</translation>
    </message>
    <message>
        <source>a layer has no name or no class</source>
        <translation>eine Schicht hat keinen Namen oder keine Klasse</translation>
    </message>
    <message>
        <source>the model has no &quot;config&quot; of Keras&apos; own</source>
        <translation>das Modell hat keine „config“ von Keras selbst</translation>
    </message>
    <message>
        <source>the model has no &quot;layers&quot;</source>
        <translation>das Modell hat keine „layers“</translation>
    </message>
    <message>
        <source>%1 is no file that Gatescope knows; expected an experiment (.gatescope) or a network (.safetensors, .pt, .keras, .h5, .onnx).</source>
        <translation>%1 ist keine Datei, die Gatescope kennt; erwartet wird ein Experiment (.gatescope) oder ein Netz (.safetensors, .pt, .keras, .h5, .onnx).</translation>
    </message>
    <message>
        <source>%1 holds a text, not a network; expected an experiment (.gatescope) or a network (.safetensors, .pt, .keras, .h5, .onnx).</source>
        <translation>%1 enthält einen Text, kein Netz; erwartet wird ein Experiment (.gatescope) oder ein Netz (.safetensors, .pt, .keras, .h5, .onnx).</translation>
    </message>
    <message>
        <source>%1 holds numbers, not a network; expected an experiment (.gatescope) or a network (.safetensors, .pt, .keras, .h5, .onnx).</source>
        <translation>%1 enthält Zahlen, kein Netz; erwartet wird ein Experiment (.gatescope) oder ein Netz (.safetensors, .pt, .keras, .h5, .onnx).</translation>
    </message>
    <message>
        <source>%1 and %2 differ in their kind, directions, biases, reset or activations; expected recurrent layers that are alike.</source>
        <translation>%1 und %2 unterscheiden sich in Art, Richtungen, Biases, Reset oder Aktivierungen; erwartet werden gleichartige rekurrente Schichten.</translation>
    </message>
    <message>
        <source>The embedding has %1 columns, but %2 reads %3 numbers at each step.</source>
        <translation>Das Embedding hat %1 Spalten, %2 liest aber bei jedem Schritt %3 Zahlen.</translation>
    </message>
    <message>
        <source>The names of the layers cannot be told apart; expected each layer to have a name of its own.</source>
        <translation>Die Namen der Schichten lassen sich nicht unterscheiden; erwartet wird für jede Schicht ein eigener Name.</translation>
    </message>
    <message>
        <source>%1 ends in %2, which is left out: the head answers with the numbers before it.</source>
        <translation>%1 endet mit %2, was weggelassen ist: Der Kopf antwortet mit den Zahlen davor.</translation>
    </message>
    <message>
        <source>%1 is left out: it reads the last step of one direction and the first of the other, and a head here reads one step.</source>
        <translation>%1 ist weggelassen: Es liest den letzten Schritt der einen Richtung und den ersten der anderen, und ein Kopf liest hier einen Schritt.</translation>
    </message>
    <message>
        <source>%1 is a node of the kind %2 where none is read; expected a Gather of an embedding, then GRU, LSTM or RNN, then Gemm or MatMul, one after the other.</source>
        <translation>%1 ist ein Knoten der Art %2, wo keiner gelesen wird; erwartet werden ein Gather eines Embeddings, dann GRU, LSTM oder RNN, dann Gemm oder MatMul, eins nach dem anderen.</translation>
    </message>
    <message>
        <source>%1 has activations that are not read; expected Sigmoid or HardSigmoid for gates, Tanh or Relu for states.</source>
        <translation>%1 hat Aktivierungen, die nicht gelesen werden; erwartet werden Sigmoid oder HardSigmoid für Gates, Tanh oder Relu für Zustände.</translation>
    </message>
    <message>
        <source>%1 has no %2 in the file; expected an initialiser of floating-point numbers.</source>
        <translation>%1 hat in der Datei kein %2; erwartet wird ein Initializer aus Gleitkommazahlen.</translation>
    </message>
    <message>
        <source>%2 of %1 has the shape %3, expected %4.</source>
        <translation>%2 von %1 hat die Form %3, erwartet wird %4.</translation>
    </message>
    <message>
        <source>%1 has the direction %2; expected forward or bidirectional.</source>
        <translation>%1 hat die direction %2; erwartet wird forward oder bidirectional.</translation>
    </message>
    <message>
        <source>%1 has clip, input_forget or peepholes, which Gatescope does not compute.</source>
        <translation>%1 hat clip, input_forget oder Peepholes, was Gatescope nicht rechnet.</translation>
    </message>
    <message>
        <source>The file is no network in ONNX, or it is damaged or cut off.</source>
        <translation>Die Datei ist kein Netz in ONNX, oder sie ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>There is no recurrent layer in the file; expected GRU, LSTM or RNN.</source>
        <translation>In der Datei ist keine rekurrente Schicht; erwartet wird GRU, LSTM oder RNN.</translation>
    </message>
    <message>
        <source>The file cannot be read, or has more than %1 bytes, the most that is read here.</source>
        <translation>Die Datei lässt sich nicht lesen oder hat mehr als %1 Bytes, so viele werden hier höchstens gelesen.</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>the reason is not known</source>
        <translation>der Grund ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>The mask</source>
        <translation>Die Maske</translation>
    </message>
    <message>
        <source>the head&apos;s output</source>
        <translation>der Ausgabe des Kopfes</translation>
    </message>
    <message>
        <source>%1 lengths, one for each sequence of x</source>
        <translation>eine Liste von %1 Längen, eine für jede Folge von x</translation>
    </message>
    <message>
        <source>characters, tokens or numbers</source>
        <translation>characters, tokens oder numbers</translation>
    </message>
    <message>
        <source>output_sum, cross_entropy, squared_error or binary_cross_entropy</source>
        <translation>output_sum, cross_entropy, squared_error oder binary_cross_entropy</translation>
    </message>
    <message>
        <source>&quot;every&quot;, &quot;last&quot; or {&quot;step&quot;: number}</source>
        <translation>&quot;every&quot;, &quot;last&quot; oder {&quot;step&quot;: Zahl}</translation>
    </message>
    <message>
        <source>&quot;forward&quot; or &quot;backward&quot;</source>
        <translation>&quot;forward&quot; oder &quot;backward&quot;</translation>
    </message>
    <message>
        <source>the name of a part of a step</source>
        <translation>der Name eines Teils eines Schritts</translation>
    </message>
    <message>
        <source>the name of a part</source>
        <translation>der Name eines Teils</translation>
    </message>
    <message>
        <source>numbers of steps that were read</source>
        <translation>die Anzahl gelesener Schritte</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>im Text</translation>
    </message>
    <message>
        <source>text %1</source>
        <translation>in Text %1</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>the name of a task</source>
        <translation>der Name einer Aufgabe</translation>
    </message>
    <message>
        <source>at least one network</source>
        <translation>mindestens ein Netz</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>The array%1 is not a finite number.</source>
        <translation>Das Array%1 ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>%1[%2]</source>
        <translation>%1[%2]</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Die Liste</translation>
    </message>
    <message>
        <source>The header</source>
        <translation>Der Kopf</translation>
    </message>
    <message>
        <source>the name of a recorded part, such as update</source>
        <translation>der Name eines aufgezeichneten Teils, etwa update</translation>
    </message>
    <message>
        <source>smallest or largest</source>
        <translation>smallest oder largest</translation>
    </message>
    <message>
        <source>{&quot;survive&quot;: …}, {&quot;point&quot;: …}, {&quot;reach&quot;: …} or {&quot;gradient&quot;: …}</source>
        <translation>{&quot;survive&quot;: …}, {&quot;point&quot;: …}, {&quot;reach&quot;: …} oder {&quot;gradient&quot;: …}</translation>
    </message>
    <message>
        <source>more</source>
        <translation>weiteres</translation>
    </message>
    <message>
        <source>the picture without a name</source>
        <translation>das Bild ohne Namen</translation>
    </message>
    <message>
        <source>the picture %1</source>
        <translation>das Bild %1</translation>
    </message>
    <message>
        <source>the %1 % that &quot;%2&quot; earns, which counts as wrong</source>
        <translation>die %1 %, die „%2“ bringt, was nun als falsch zählt</translation>
    </message>
    <message>
        <source>the tolerance of %1 around %2</source>
        <translation>die Toleranz von %1 um %2</translation>
    </message>
    <message>
        <source>the reply to &quot;%1&quot;: %2</source>
        <translation>die Rückmeldung zu „%1“: %2</translation>
    </message>
    <message>
        <source>the answer &quot;%1&quot;, which stands for many</source>
        <translation>die Antwort „%1“, die für viele steht</translation>
    </message>
    <message>
        <source>the answer &quot;%1&quot;, which stands for many: %2</source>
        <translation>die Antwort „%1“, die für viele steht: %2</translation>
    </message>
    <message>
        <source>the wrong answer &quot;%1&quot;, which is no shape</source>
        <translation>die falsche Antwort „%1“, die keine Form ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, which is right as well</source>
        <translation>„%1“, was auch richtig ist</translation>
    </message>
    <message>
        <source>that it is typed: it is chosen from the answers that it names</source>
        <translation>das Eintippen: Gewählt wird aus den Antworten, die sie nennt</translation>
    </message>
    <message>
        <source>the tag &quot;%1&quot;</source>
        <translation>das Schlagwort „%1“</translation>
    </message>
    <message>
        <source>that it is one question: it is asked as %1</source>
        <translation>ihren Zusammenhang: Gestellt wird sie in %1 Fragen</translation>
    </message>
    <message>
        <source>the network that it is about</source>
        <translation>das Netz, um das es geht</translation>
    </message>
    <message>
        <source>where its solution plays on the stage</source>
        <translation>wo ihre Lösung auf der Bühne spielt</translation>
    </message>
    <message>
        <source>how its answer is worked out anew</source>
        <translation>wie sich ihre Antwort neu errechnen lässt</translation>
    </message>
    <message>
        <source>it has more cells than there are columns.</source>
        <translation>Sie hat mehr Zellen, als es Spalten gibt.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>words</source>
        <translation>ein Text in Worten</translation>
    </message>
    <message>
        <source>&quot;yes&quot;, &quot;no&quot; or &quot;depends&quot;</source>
        <translation>&quot;yes&quot;, &quot;no&quot; oder &quot;depends&quot;</translation>
    </message>
    <message>
        <source>%1 is not right-padded</source>
        <translation>%1 ist nicht rechts aufgefüllt</translation>
    </message>
    <message>
        <source>%1 is masked whole</source>
        <translation>%1 ist ganz maskiert</translation>
    </message>
    <message>
        <source>2 to 6 lines</source>
        <translation>ein Stück Code von 2 bis 6 Zeilen</translation>
    </message>
    <message>
        <source>3 lines</source>
        <translation>eine Liste von 3 Zeilen</translation>
    </message>
    <message>
        <source>a line that is not there yet</source>
        <translation>eine Zeile, die noch nicht dasteht</translation>
    </message>
    <message>
        <source>&quot;pytorch&quot; or &quot;keras&quot;</source>
        <translation>&quot;pytorch&quot; oder &quot;keras&quot;</translation>
    </message>
    <message>
        <source>network, cell or unit</source>
        <translation>network, cell oder unit</translation>
    </message>
    <message>
        <source>the name of a part, {&quot;step&quot;: number} or {&quot;unit&quot;: number}</source>
        <translation>der Name eines Teils, {&quot;step&quot;: Zahl} oder {&quot;unit&quot;: Zahl}</translation>
    </message>
    <message>
        <source>%1 places, one for each step of the solution</source>
        <translation>eine Liste von %1 Stellen, eine für jeden Schritt der Lösung</translation>
    </message>
    <message>
        <source>forward or backward</source>
        <translation>forward oder backward</translation>
    </message>
    <message>
        <source>easy, medium or hard</source>
        <translation>easy, medium oder hard</translation>
    </message>
    <message>
        <source>choice, choices, numeric, shape, order or point</source>
        <translation>choice, choices, numeric, shape, order oder point</translation>
    </message>
    <message>
        <source>%1 texts, as many as in English</source>
        <translation>eine Liste von %1 Texten, so vielen wie im Englischen</translation>
    </message>
    <message>
        <source>_l%1 of the decoder</source>
        <translation>_l%1 des Decoders</translation>
    </message>
    <message>
        <source>between layers</source>
        <translation>zwischen Schichten</translation>
    </message>
    <message>
        <source>of the input</source>
        <translation>der Eingabe</translation>
    </message>
    <message>
        <source>of the state</source>
        <translation>des Zustands</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>den Zustand</translation>
    </message>
    <message>
        <source> of %1 layers</source>
        <translation> mit %1 Schichten</translation>
    </message>
    <message>
        <source> norm</source>
        <translation> Norm</translation>
    </message>
    <message>
        <source> bias %1</source>
        <translation> Bias %1</translation>
    </message>
    <message>
        <source> reset before</source>
        <translation> Reset davor</translation>
    </message>
    <message>
        <source> z overwrites</source>
        <translation> z überschreibt</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> mit %1</translation>
    </message>
    <message>
        <source>, layers: %1</source>
        <translation>, Schichten: %1</translation>
    </message>
    <message>
        <source>backwards too</source>
        <translation>auch rückwärts</translation>
    </message>
    <message>
        <source>all steps by attention</source>
        <translation>alle Schritte mit Attention</translation>
    </message>
    <message>
        <source>under 0.001</source>
        <translation>unter 0.001</translation>
    </message>
    <message>
        <source>a translation begins with &lt;TS&gt;</source>
        <translation>eine Übersetzung beginnt mit &lt;TS&gt;</translation>
    </message>
    <message>
        <source>&lt;TS&gt; does not say its language</source>
        <translation>&lt;TS&gt; nennt seine Sprache nicht</translation>
    </message>
    <message>
        <source>%1 or &quot;%2&quot;</source>
        <translation>%1 oder &quot;%2&quot;</translation>
    </message>
    <message>
        <source>over 1000000</source>
        <translation>über 1000000</translation>
    </message>
    <message>
        <source>There is too little memory to read this file.</source>
        <translation>Der Speicher reicht nicht, um diese Datei zu lesen.</translation>
    </message>
    <message>
        <source>%1 has linear_before_reset=0, so its reset acts before the product. PyTorch&apos;s acts after it, and exporters have forgotten to write it: if PyTorch trained this network, the reset may act after the product.</source>
        <translation>%1 hat linear_before_reset=0, sein Reset wirkt also vor dem Produkt. Der von PyTorch wirkt danach, und Exporter haben schon vergessen, das zu schreiben: Wenn PyTorch dieses Netz trainiert hat, wirkt der Reset vielleicht nach dem Produkt.</translation>
    </message>
    <message>
        <source>%1 has no biases, which would tell where its reset acts: it is taken to act after the product (reset_after=True), as Keras has it unasked.</source>
        <translation>%1 hat keine Biases, an denen zu sehen wäre, wo sein Reset wirkt: Angenommen ist, dass er nach dem Produkt wirkt (reset_after=True), wie Keras es von sich aus hat.</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>Signal %1</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>The file holds weights alone: the activations are taken to be tanh and sigmoid, as Keras has them unasked, and each recurrent layer to answer at every step (return_sequences=True).</source>
        <translation>Die Datei enthält nur Gewichte: Als Aktivierungen sind tanh und sigmoid angenommen, wie Keras sie von sich aus hat, und dass jede rekurrente Schicht bei jedem Schritt antwortet (return_sequences=True).</translation>
    </message>
    <message>
        <source>[inputs, %1]</source>
        <translation>[Eingänge, %1]</translation>
    </message>
    <message>
        <source>[%1, %2, inputs]</source>
        <translation>[%1, %2, Eingänge]</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>%1 has %2 columns, but the network reads rows 0 to %3 of its embedding, one column of whole numbers, or the %4 numbers of such a row.</source>
        <translation>%1 hat %2 Spalten, aber das Netz liest die Zeilen 0 bis %3 seines Embeddings, eine Spalte ganzer Zahlen, oder die %4 Zahlen einer solchen Zeile.</translation>
    </message>
    <message>
        <source>sum of every h</source>
        <translation>Summe aller h</translation>
    </message>
    <message>
        <source>sum of the last h</source>
        <translation>Summe des letzten h</translation>
    </message>
    <message>
        <source>sum of h at step %1</source>
        <translation>Summe von h an Schritt %1</translation>
    </message>
    <message>
        <source>of the %1</source>
        <comment>sum</comment>
        <translation>der %1</translation>
    </message>
    <message>
        <source>Step %1 of sequence %2 is %3, but the network&apos;s embedding has rows 0 to %4; instead of a row a step may also have the %5 numbers that layer 0 reads.</source>
        <translation>Schritt %1 der Folge %2 ist %3, aber das Embedding des Netzes hat die Zeilen 0 bis %4; statt einer Zeile kann ein Schritt auch die %5 Zahlen haben, die Schicht 0 liest.</translation>
    </message>
    <message>
        <source>The pickle has the instruction %1 at byte %2, which is not read here.</source>
        <translation>Die Pickle-Datei hat bei Byte %2 die Anweisung %1, die hier nicht gelesen wird.</translation>
    </message>
    <message>
        <source>Alpaca</source>
        <translation>Alpaka</translation>
    </message>
    <message>
        <source>Antelope</source>
        <translation>Antilope</translation>
    </message>
    <message>
        <source>Badger</source>
        <translation>Dachs</translation>
    </message>
    <message>
        <source>Beaver</source>
        <translation>Biber</translation>
    </message>
    <message>
        <source>Bison</source>
        <translation>Bison</translation>
    </message>
    <message>
        <source>Blackbird</source>
        <translation>Amsel</translation>
    </message>
    <message>
        <source>Bumblebee</source>
        <translation>Hummel</translation>
    </message>
    <message>
        <source>Butterfly</source>
        <translation>Schmetterling</translation>
    </message>
    <message>
        <source>Chameleon</source>
        <translation>Chamäleon</translation>
    </message>
    <message>
        <source>Cricket</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>Crocodile</source>
        <translation>Krokodil</translation>
    </message>
    <message>
        <source>Dolphin</source>
        <translation>Delfin</translation>
    </message>
    <message>
        <source>Dragonfly</source>
        <translation>Libelle</translation>
    </message>
    <message>
        <source>Eagle</source>
        <translation>Adler</translation>
    </message>
    <message>
        <source>Falcon</source>
        <translation>Falke</translation>
    </message>
    <message>
        <source>Firefly</source>
        <translation>Glühwürmchen</translation>
    </message>
    <message>
        <source>Flamingo</source>
        <translation>Flamingo</translation>
    </message>
    <message>
        <source>Gecko</source>
        <translation>Gecko</translation>
    </message>
    <message>
        <source>Giraffe</source>
        <translation>Giraffe</translation>
    </message>
    <message>
        <source>Hare</source>
        <translation>Hase</translation>
    </message>
    <message>
        <source>Hedgehog</source>
        <translation>Igel</translation>
    </message>
    <message>
        <source>Heron</source>
        <translation>Reiher</translation>
    </message>
    <message>
        <source>Hummingbird</source>
        <translation>Kolibri</translation>
    </message>
    <message>
        <source>Ibex</source>
        <translation>Steinbock</translation>
    </message>
    <message>
        <source>Jaguar</source>
        <translation>Jaguar</translation>
    </message>
    <message>
        <source>Kangaroo</source>
        <translation>Känguru</translation>
    </message>
    <message>
        <source>Kingfisher</source>
        <translation>Eisvogel</translation>
    </message>
    <message>
        <source>Koala</source>
        <translation>Koala</translation>
    </message>
    <message>
        <source>Ladybird</source>
        <translation>Marienkäfer</translation>
    </message>
    <message>
        <source>Lemur</source>
        <translation>Lemur</translation>
    </message>
    <message>
        <source>Leopard</source>
        <translation>Leopard</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Löwe</translation>
    </message>
    <message>
        <source>Lizard</source>
        <translation>Eidechse</translation>
    </message>
    <message>
        <source>Llama</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>Lynx</source>
        <translation>Luchs</translation>
    </message>
    <message>
        <source>Marten</source>
        <translation>Marder</translation>
    </message>
    <message>
        <source>Meerkat</source>
        <translation>Erdmännchen</translation>
    </message>
    <message>
        <source>Narwhal</source>
        <translation>Narwal</translation>
    </message>
    <message>
        <source>Nightingale</source>
        <translation>Nachtigall</translation>
    </message>
    <message>
        <source>Octopus</source>
        <translation>Oktopus</translation>
    </message>
    <message>
        <source>Orca</source>
        <translation>Orca</translation>
    </message>
    <message>
        <source>Otter</source>
        <translation>Otter</translation>
    </message>
    <message>
        <source>Owl</source>
        <translation>Eule</translation>
    </message>
    <message>
        <source>Panda</source>
        <translation>Panda</translation>
    </message>
    <message>
        <source>Panther</source>
        <translation>Panther</translation>
    </message>
    <message>
        <source>Parrot</source>
        <translation>Papagei</translation>
    </message>
    <message>
        <source>Pelican</source>
        <translation>Pelikan</translation>
    </message>
    <message>
        <source>Penguin</source>
        <translation>Pinguin</translation>
    </message>
    <message>
        <source>Puffin</source>
        <translation>Papageientaucher</translation>
    </message>
    <message>
        <source>Raven</source>
        <translation>Rabe</translation>
    </message>
    <message>
        <source>Robin</source>
        <translation>Rotkehlchen</translation>
    </message>
    <message>
        <source>Salamander</source>
        <translation>Salamander</translation>
    </message>
    <message>
        <source>Seahorse</source>
        <translation>Seepferdchen</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Seehund</translation>
    </message>
    <message>
        <source>Squirrel</source>
        <translation>Eichhörnchen</translation>
    </message>
    <message>
        <source>Starling</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>Stork</source>
        <translation>Storch</translation>
    </message>
    <message>
        <source>Swallow</source>
        <translation>Schwalbe</translation>
    </message>
    <message>
        <source>Swift</source>
        <translation>Mauersegler</translation>
    </message>
    <message>
        <source>Tiger</source>
        <translation>Tiger</translation>
    </message>
    <message>
        <source>Tortoise</source>
        <translation>Schildkröte</translation>
    </message>
    <message>
        <source>Walrus</source>
        <translation>Walross</translation>
    </message>
    <message>
        <source>Woodpecker</source>
        <translation>Specht</translation>
    </message>
    <message>
        <source>Zebra</source>
        <translation>Zebra</translation>
    </message>
    <message>
        <source>%1  Wi-Fi %2</source>
        <translation>%1  WLAN %2</translation>
    </message>
    <message>
        <source>%1  cable %2</source>
        <translation>%1  Kabel %2</translation>
    </message>
    <message>
        <source>%1  a preview on this computer alone</source>
        <translation>%1  Vorschau nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Gatescope: the class</source>
        <translation>Gatescope: die Klasse</translation>
    </message>
    <message>
        <source>Looking for the class …</source>
        <translation>Die Klasse wird gesucht …</translation>
    </message>
    <message>
        <source>No connection. It is tried again by itself.</source>
        <translation>Keine Verbindung. Sie wird von selbst wieder gesucht.</translation>
    </message>
    <message>
        <source>You are %1</source>
        <translation>Sie sind: %1</translation>
    </message>
    <message>
        <source>What are you called here?</source>
        <translation>Wie heißen Sie hier?</translation>
    </message>
    <message>
        <source>At most %1 letters; the class sees it.</source>
        <translation>Höchstens %1 Zeichen; die Klasse sieht es.</translation>
    </message>
    <message>
        <source>Somebody is called that already.</source>
        <translation>So heißt schon jemand.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Mitmachen</translation>
    </message>
    <message>
        <source>You are in. The question comes in a moment.</source>
        <translation>Sie sind dabei. Gleich kommt die Frage.</translation>
    </message>
    <message>
        <source>Think of an answer. The answers come in a moment.</source>
        <translation>Überlegen Sie sich eine Antwort. Gleich stehen die Antworten da.</translation>
    </message>
    <message>
        <source>Choose all that apply, then send.</source>
        <translation>Wählen Sie alles Zutreffende, dann senden.</translation>
    </message>
    <message>
        <source>Tap an answer.</source>
        <translation>Tippen Sie auf eine Antwort.</translation>
    </message>
    <message>
        <source>or type a number</source>
        <translation>oder eine Zahl eingeben</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Your answer has arrived: %1. You can change it until all are shown.</source>
        <translation>Ihre Antwort ist angekommen: %1. Sie können sie ändern, bis die Lösung gezeigt wird.</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>Noch nicht gesendet.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Nicht richtig</translation>
    </message>
    <message>
        <source>You gave no answer</source>
        <translation>Keine Antwort von Ihnen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>Your answer: %1</source>
        <translation>Ihre Antwort: %1</translation>
    </message>
    <message>
        <source>Nobody else can join just now.</source>
        <translation>Gerade kann niemand mehr dazukommen.</translation>
    </message>
    <message>
        <source>The class is full.</source>
        <translation>Die Klasse ist voll.</translation>
    </message>
    <message>
        <source>Your teacher has taken you out of the class.</source>
        <translation>Die Lehrkraft hat Sie aus der Klasse genommen.</translation>
    </message>
    <message>
        <source>The class is over. Nothing of you is kept.</source>
        <translation>Die Klasse ist zu Ende. Von Ihnen bleibt nichts gespeichert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Phones of the class: let them in, see who is there</source>
        <translation>Handys der Klasse: einlassen, sehen, wer da ist</translation>
    </message>
    <message>
        <source>This file is empty, expected .safetensors or .pt.</source>
        <translation>Diese Datei ist leer, erwartet wird .safetensors oder .pt.</translation>
    </message>
    <message>
        <source>This is a text, expected .safetensors or .pt.</source>
        <translation>Das ist ein Text, erwartet wird .safetensors oder .pt.</translation>
    </message>
    <message>
        <source>Run the race</source>
        <translation>Das Rennen starten</translation>
    </message>
</context>
<context>
    <name>gatescope::Adding</name>
    <message>
        <source>always answer 1</source>
        <translation>immer 1 antworten</translation>
    </message>
    <message>
        <source>answers within 0.1</source>
        <translation>Antworten auf 0.1 genau</translation>
    </message>
</context>
<context>
    <name>gatescope::AddressBar</name>
    <message>
        <source>The internet may find this address too; let phones in all the same</source>
        <translation>Auch das Internet kann diese Adresse finden; Handys trotzdem einlassen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The one that the phones are in too</source>
        <translation>Das, in dem auch die Handys sind</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>&amp;Stop and forget all</source>
        <translation>&amp;Beenden und alles vergessen</translation>
    </message>
    <message>
        <source>&amp;Let phones in</source>
        <translation>Handys &amp;einlassen</translation>
    </message>
    <message>
        <source>Nobody hears from this computer any more; names and answers are forgotten</source>
        <translation>Dieser Rechner antwortet niemandem mehr; Namen und Antworten sind vergessen</translation>
    </message>
    <message>
        <source>This computer is in no network: nobody but itself can join.</source>
        <translation>Dieser Rechner ist in keinem Netz: Niemand außer ihm selbst kann dazukommen.</translation>
    </message>
</context>
<context>
    <name>gatescope::BackendsDialog</name>
    <message>
        <source>Backends side by side</source>
        <translation>Backends nebeneinander</translation>
    </message>
    <message>
        <source>%1 on %2: %3 updates on each, measured now…</source>
        <translation>%1 bei %2: je %3 Updates, eben gemessen …</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>ms an update</source>
        <translation>ms je Update</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größter Unterschied</translation>
    </message>
    <message>
        <source>Backends</source>
        <translation>Backends</translation>
    </message>
    <message>
        <source>, measured now…</source>
        <translation>, eben gemessen …</translation>
    </message>
    <message>
        <source>double precision</source>
        <translation>doppelte Genauigkeit</translation>
    </message>
    <message>
        <source>single precision</source>
        <translation>einfache Genauigkeit</translation>
    </message>
    <message>
        <source>the measure</source>
        <translation>der Maßstab</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>The difference is that of a weight after all updates, from the reference&apos;s; the largest weight there is %1.</source>
        <translation>Der Unterschied ist der eines Gewichts nach allen Updates gegenüber der Referenz; das größte Gewicht dort ist %1.</translation>
    </message>
</context>
<context>
    <name>gatescope::BiasField</name>
    <message>
        <source>the card sets it to</source>
        <translation>die Karte setzt ihn auf</translation>
    </message>
    <message>
        <source>Update-gate bias</source>
        <translation>Bias des Update-Gates</translation>
    </message>
</context>
<context>
    <name>gatescope::BreakpointReader</name>
    <message>
        <source>The condition ends before character %1, expected %2 there.</source>
        <translation>Die Bedingung endet vor Zeichen %1, dort wird %2 erwartet.</translation>
    </message>
    <message>
        <source>At character %1 stands “%2”, expected %3.</source>
        <translation>Bei Zeichen %1 steht „%2“, erwartet wird %3.</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nichts mehr</translation>
    </message>
    <message>
        <source>“is” or “=”</source>
        <translation>„is“ oder „=“</translation>
    </message>
    <message>
        <source>a letter, as e or &quot;e&quot;, or space, tab or new line</source>
        <translation>ein Buchstabe, wie e oder &quot;e&quot;, oder space, tab oder new line</translation>
    </message>
    <message>
        <source>“|” after the vector</source>
        <translation>„|“ nach dem Vektor</translation>
    </message>
    <message>
        <source>a comparison: &gt;, &gt;=, &lt;, &lt;=, above, under, at least or at most</source>
        <translation>ein Vergleich: &gt;, &gt;=, &lt;, &lt;=, above, under, at least oder at most</translation>
    </message>
    <message>
        <source>a number with a point, as 0.9 or 1e-4</source>
        <translation>eine Zahl mit Punkt, wie 0.9 oder 1e-4</translation>
    </message>
    <message>
        <source>a part of a step</source>
        <translation>ein Teil eines Schritts</translation>
    </message>
    <message>
        <source>z, r, n, h or another part of a step, “gradient”, “letter” or x</source>
        <translation>z, r, n, h oder ein anderer Teil eines Schritts, „gradient“, „letter“ oder x</translation>
    </message>
    <message>
        <source>“]” after the unit</source>
        <translation>„]“ nach der Einheit</translation>
    </message>
    <message>
        <source>a unit, as in z[3] or z of unit 3; for all units say max z, min z or mean z</source>
        <translation>eine Einheit, wie in z[3] oder z of unit 3; für alle Einheiten schreiben Sie max z, min z oder mean z</translation>
    </message>
</context>
<context>
    <name>gatescope::Builder</name>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice in one object</source>
        <translation>der Schlüssel „%1“ steht zweimal in einem Objekt</translation>
    </message>
    <message>
        <source>%1 is no number in JSON%2; expected a finite number</source>
        <translation>%1 ist keine Zahl in JSON%2; erwartet wird eine endliche Zahl</translation>
    </message>
    <message>
        <source>more than %1 values</source>
        <translation>mehr als %1 Werte</translation>
    </message>
    <message>
        <source>nested more than %1 deep</source>
        <translation>tiefer als %1 geschachtelt</translation>
    </message>
    <message>
        <source>unexpected %1</source>
        <translation>unerwartet: %1</translation>
    </message>
    <message>
        <source>unexpected %1; expected %2</source>
        <translation>unerwartet: %1; erwartet wird %2</translation>
    </message>
</context>
<context>
    <name>gatescope::BuilderPanel</name>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Builder</source>
        <translation>Baukasten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Close the builder</source>
        <translation>Den Baukasten schließen</translation>
    </message>
</context>
<context>
    <name>gatescope::CardFields</name>
    <message>
        <source>&amp;Headline</source>
        <translation>Übe&amp;rschrift</translation>
    </message>
    <message>
        <source>St&amp;age</source>
        <translation>Bü&amp;hne</translation>
    </message>
    <message>
        <source>&amp;Measured</source>
        <translation>&amp;Gemessen</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>Said a&amp;fter it</source>
        <translation>&amp;Danach</translation>
    </message>
    <message>
        <source>Markdown: **bold**, *slanted*, `h`, and [update gate z](z) for a letter of the equations. An empty line begins a paragraph.</source>
        <translation>Markdown: **fett**, *schräg*, `h`, und [Update-Gate z](z) für einen Buchstaben der Gleichungen. Eine leere Zeile beginnt einen Absatz.</translation>
    </message>
    <message>
        <source>What is said once the question is answered; may stay empty.</source>
        <translation>Was gesagt wird, wenn die Frage beantwortet ist; darf leer bleiben.</translation>
    </message>
    <message>
        <source>nothing is asked</source>
        <translation>nichts wird gefragt</translation>
    </message>
    <message>
        <source>nothing is measured</source>
        <translation>nichts wird gemessen</translation>
    </message>
    <message>
        <source>%1 (there is no such question)</source>
        <translation>%1 (diese Frage gibt es nicht)</translation>
    </message>
    <message>
        <source>as in the file: %1</source>
        <translation>wie in der Datei: %1</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Li&amp;ghts up</source>
        <translation>H&amp;ebt hervor</translation>
    </message>
    <message>
        <source>&amp;Update bias</source>
        <translation>Update-Bias (&amp;Y)</translation>
    </message>
    <message>
        <source>Slid&amp;ers</source>
        <translation>Schieber (&amp;W)</translation>
    </message>
    <message>
        <source>and measured (&amp;2)</source>
        <translation>und gemessen (&amp;2)</translation>
    </message>
    <message>
        <source>Stage &amp;before it</source>
        <translation>Bühne zuv&amp;or</translation>
    </message>
    <message>
        <source>Tas&amp;k</source>
        <translation>&amp;Aufgabe</translation>
    </message>
    <message>
        <source>one that I write now…</source>
        <translation>eine, die ich jetzt schreibe…</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>nichts weiter</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>gatescope::CardPanel</name>
    <message>
        <source>← All lessons</source>
        <translation>← Alle Lektionen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation>Selbst probieren</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The list of lessons (Esc); your place is kept</source>
        <translation>Die Liste der Lektionen (Esc); Ihr Platz bleibt erhalten</translation>
    </message>
    <message>
        <source>Play the part that the card is about once more (P)</source>
        <translation>Den Teil, um den es auf der Karte geht, noch einmal abspielen (P)</translation>
    </message>
    <message>
        <source>Free play with this network in Explore (E); your place is kept</source>
        <translation>Frei mit diesem Netz spielen, in „Erkunden“ (E); Ihr Platz bleibt erhalten</translation>
    </message>
    <message>
        <source>Try it yourself in Explore</source>
        <translation>Selbst probieren, in „Erkunden“</translation>
    </message>
    <message>
        <source>Card %1 of %2</source>
        <translation>Karte %1 von %2</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Nächste Lektion</translation>
    </message>
    <message>
        <source>Networks are learning for this card. It takes some seconds…</source>
        <translation>Für diese Karte lernen Netze. Das dauert einige Sekunden …</translation>
    </message>
    <message>
        <source>Measured just now: %1</source>
        <translation>Eben gemessen: %1</translation>
    </message>
    <message>
        <source>Measured just now, and it does not hold here: %1</source>
        <translation>Eben gemessen, und es gilt hier nicht: %1</translation>
    </message>
    <message>
        <source>Quiz on chapter %1</source>
        <translation>Quiz zu Kapitel %1</translation>
    </message>
</context>
<context>
    <name>gatescope::ChainReader</name>
    <message>
        <source>%1 and %2 read the same; expected recurrent layers one after the other.</source>
        <translation>%1 und %2 lesen dasselbe; erwartet werden rekurrente Schichten eine nach der anderen.</translation>
    </message>
    <message>
        <source>%1 begins with states of its own that are not 0; expected zeros.</source>
        <translation>%1 beginnt mit eigenen Zuständen, die nicht 0 sind; erwartet werden Nullen.</translation>
    </message>
    <message>
        <source>%1 begins with states that are given to it at each run; here they are 0 unless you give them.</source>
        <translation>%1 beginnt mit Zuständen, die es bei jedem Lauf bekommt; hier sind sie 0, wenn Sie keine angeben.</translation>
    </message>
    <message>
        <source>%1 has weights of the shape %2, but the layer before it answers with %3 numbers at each step.</source>
        <translation>%1 hat Gewichte der Form %2, die Schicht davor antwortet aber bei jedem Schritt mit %3 Zahlen.</translation>
    </message>
    <message>
        <source>%1 has a bias of the shape %2, expected [%3].</source>
        <translation>%1 hat einen Bias der Form %2, erwartet wird [%3].</translation>
    </message>
    <message>
        <source>%1 reads each sequence up to a length that is given to it (sequence_lens); here every step is read.</source>
        <translation>%1 liest jede Folge bis zu einer Länge, die ihm gegeben wird (sequence_lens); hier wird jeder Schritt gelesen.</translation>
    </message>
    <message>
        <source>%1 reads the cell state of %2; expected nodes that read its states h.</source>
        <translation>%1 liest den Zellzustand von %2; erwartet werden Knoten, die seine Zustände h lesen.</translation>
    </message>
</context>
<context>
    <name>gatescope::ChosenRows</name>
    <message>
        <source>Line %1, column %2 (%3) has no value: drop such rows, fill in the last value, or leave the column out.</source>
        <translation>Zeile %1, Spalte %2 (%3) hat keinen Wert: Streichen Sie solche Zeilen, ergänzen Sie den letzten Wert oder lassen Sie die Spalte weg.</translation>
    </message>
    <message>
        <source>Line %1: the table has more than %2 numbers.</source>
        <translation>Zeile %1: Die Tabelle hat mehr als %2 Zahlen.</translation>
    </message>
</context>
<context>
    <name>gatescope::ClaimPicture</name>
    <message>
        <source>%1. Lesson %2 shows it.</source>
        <translation>%1. Lektion %2 zeigt es.</translation>
    </message>
    <message>
        <source>Lesson %1, measured just now</source>
        <translation>Lektion %1, eben gemessen</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassDoor</name>
    <message>
        <source>Phones cannot be let in at %1: %2.</source>
        <translation>Unter %1 können keine Handys eingelassen werden: %2.</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassListDialog</name>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Worksheets have the names in this order. In a quiz with the class the number of hands stands beside the number of names.</source>
        <translation>Arbeitsblätter tragen die Namen in dieser Reihenfolge. Im Quiz mit der Klasse steht die Zahl der Hände neben der Zahl der Namen.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Recall begins anew with this class; the names stay</source>
        <translation>„Erinnern“ beginnt mit dieser Klasse von vorn; die Namen bleiben</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Nothing was asked of this class yet.</source>
        <translation>Diese Klasse wurde noch nichts gefragt.</translation>
    </message>
    <message>
        <source>Questions asked of this class so far: %1. Recall draws from them.</source>
        <translation>Fragen an diese Klasse bisher: %1. „Erinnern“ zieht aus ihnen.</translation>
    </message>
    <message>
        <source>Forget what was asked</source>
        <translation>Gefragtes vergessen</translation>
    </message>
    <message>
        <source>Forget all that was asked of this class? This cannot be taken back.</source>
        <translation>Alles vergessen, was diese Klasse gefragt wurde? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>%1 The file stays as it is; when you keep a list, it is renamed to %2.</source>
        <translation>%1 Die Datei bleibt, wie sie ist; behalten Sie eine Liste, so wird sie in %2 umbenannt.</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassMemory</name>
    <message>
        <source>Cannot make the folder %1: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>Cannot delete %1: %2.</source>
        <translation>%1 lässt sich nicht löschen: %2.</translation>
    </message>
    <message>
        <source>Cannot rename %1: %2.</source>
        <translation>%1 lässt sich nicht umbenennen: %2.</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassPhones</name>
    <message>
        <source>The whole internet may find %1; phones are not let in there.</source>
        <translation>Das ganze Internet kann %1 finden; dort werden keine Handys eingelassen.</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassResult</name>
    <message>
        <source>&amp;Worst first</source>
        <translation>&amp;Schwächste zuerst</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Wie es lief</translation>
    </message>
    <message>
        <source>The questions that fewest hands had right stand at the top; otherwise all as they were asked</source>
        <translation>Oben stehen die Fragen, bei denen die wenigsten Hände richtig waren; sonst alle, wie sie gefragt wurden</translation>
    </message>
    <message>
        <source>The hands of every question for a spreadsheet</source>
        <translation>Die Hände zu jeder Frage für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>hands</source>
        <translation>Hände</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Save results</source>
        <translation>Ergebnisse speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>gatescope::ClassView</name>
    <message>
        <source>A class&apos;s question</source>
        <translation>Die Frage einer Klasse</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Time since the question was asked</source>
        <translation>Zeit, seit die Frage gestellt wurde</translation>
    </message>
    <message>
        <source>time is up  %1</source>
        <translation>die Zeit ist um  %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>That was all.</source>
        <translation>Das war alles.</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Frage %1 von %2</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>on</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>Ziffer</translation>
    </message>
    <message>
        <source>a hand more</source>
        <translation>eine Hand mehr</translation>
    </message>
    <message>
        <source>Shift + digit</source>
        <translation>Umschalt + Ziffer</translation>
    </message>
    <message>
        <source>one fewer</source>
        <translation>eine weniger</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>Recall  ·  %1</source>
        <translation>Erinnern  ·  %1</translation>
    </message>
    <message>
        <source>Challenge  ·  %1</source>
        <translation>Herausforderung  ·  %1</translation>
    </message>
    <message>
        <source>%1  ·  hands: %2 of %3</source>
        <translation>%1  ·  Hände: %2 von %3</translation>
    </message>
    <message>
        <source>That was all. Right in a row: %1.</source>
        <translation>Das war alles. Hintereinander richtig: %1.</translation>
    </message>
    <message>
        <source>Think of an answer first. Then Space shows the answers.</source>
        <translation>Denken Sie sich zuerst eine Antwort. Dann zeigt die Leertaste die Antworten.</translation>
    </message>
    <message>
        <source>phones</source>
        <translation>Handys</translation>
    </message>
    <message>
        <source>%1  ·  phones: %2 of %3  ·  %4</source>
        <translation>%1  ·  Handys: %2 von %3  ·  %4</translation>
    </message>
    <message>
        <source>Other numbers typed: %1, most often %2.</source>
        <translation>Andere Zahlen eingegeben: %1, am häufigsten %2.</translation>
    </message>
</context>
<context>
    <name>gatescope::ClippingView</name>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>clip at </source>
        <translation>kappen bei </translation>
    </message>
    <message>
        <source>Largest length of the gradient</source>
        <translation>Größte Länge des Gradienten</translation>
    </message>
    <message>
        <source>The gradient by all parameters together is longer than %1: clipping multiplies each number of it by %2.</source>
        <translation>Der Gradient nach allen Parametern zusammen ist länger als %1: Kappen multipliziert jede seiner Zahlen mit %2.</translation>
    </message>
    <message>
        <source>The gradient by all parameters together is not longer than %1: clipping leaves it as it is.</source>
        <translation>Der Gradient nach allen Parametern zusammen ist nicht länger als %1: Kappen lässt ihn, wie er ist.</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>Kappen</translation>
    </message>
    <message>
        <source>before %1, after %2</source>
        <translation>vorher %1, nachher %2</translation>
    </message>
</context>
<context>
    <name>gatescope::CodeBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The code in %1</source>
        <translation>Der Code in %1</translation>
    </message>
    <message>
        <source>Copy the code in %1</source>
        <translation>Den Code in %1 kopieren</translation>
    </message>
</context>
<context>
    <name>gatescope::CodeView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Copy these lines</source>
        <translation>Diese Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>gatescope::CommitmentPanel</name>
    <message>
        <source>Your guess first</source>
        <translation>Erst Ihre Vermutung</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>(sizes, by commas)</source>
        <translation>(Größen, mit Kommas)</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>letters, first to last</source>
        <translation>Buchstaben, der Reihe nach</translation>
    </message>
    <message>
        <source>all right letters</source>
        <translation>alle richtigen Buchstaben</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Not so.</source>
        <translation>Nein.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>Your guess was right</source>
        <translation>Ihre Vermutung war richtig</translation>
    </message>
    <message>
        <source>Your guess, and the answer</source>
        <translation>Ihre Vermutung und die Antwort</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>gatescope::ComparePlace</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>A folder for the pictures</source>
        <translation>Ein Ordner für die Bilder</translation>
    </message>
    <message>
        <source>The pictures are saved in %1.</source>
        <translation>Die Bilder sind in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The table is saved as %1.</source>
        <translation>Die Tabelle ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Races…</source>
        <translation>Rennen…</translation>
    </message>
    <message>
        <source>Backends…</source>
        <translation>Backends…</translation>
    </message>
    <message>
        <source>Export pictures</source>
        <translation>Bilder exportieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Earlier races</source>
        <translation>Frühere Rennen</translation>
    </message>
    <message>
        <source>All races: sort them, lay one over another, rename or erase them</source>
        <translation>Alle Rennen: sortieren, eines über ein anderes legen, umbenennen oder löschen</translation>
    </message>
    <message>
        <source>How long an update takes on each backend, and how far their results differ</source>
        <translation>Wie lange ein Update auf jedem Backend dauert und wie weit ihre Ergebnisse auseinanderliegen</translation>
    </message>
    <message>
        <source>This race cannot be run.</source>
        <translation>Dieses Rennen lässt sich nicht austragen.</translation>
    </message>
    <message>
        <source>Which network learns it, how fast, and from how many seeds?</source>
        <translation>Welches Netz lernt es, wie schnell und von wie vielen Startwerten?</translation>
    </message>
    <message>
        <source>Run lets the chosen networks learn the same task from the same batches, once for each seed.</source>
        <translation>„Los“ lässt die gewählten Netze dieselbe Aufgabe aus denselben Batches lernen, einmal je Startwert.</translation>
    </message>
    <message>
        <source>Two races of the same task, laid over each other</source>
        <translation>Zwei Rennen derselben Aufgabe, übereinandergelegt</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>What may be said of it is said when all runs are over.</source>
        <translation>Was sich dazu sagen lässt, steht hier, wenn alle Läufe fertig sind.</translation>
    </message>
    <message>
        <source>Write over %1?</source>
        <translation>%1 überschreiben?</translation>
    </message>
    <message>
        <source>ms: the median of all updates on this computer, with as many runs at a time as it has cores.</source>
        <translation>ms: der Median aller Updates auf diesem Computer, mit so vielen Läufen zugleich, wie er Kerne hat.</translation>
    </message>
    <message>
        <source>Tick: the median of the runs.</source>
        <translation>Strich: der Median der Läufe.</translation>
    </message>
    <message>
        <source>Tick: the median. Hollow: a run that did not solve the task in the updates allowed.</source>
        <translation>Strich: der Median. Hohl: ein Lauf, der die Aufgabe in den erlaubten Updates nicht löste.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Then you see here the loss of every run, how far gradients reach back in each network, and what may be said of it.</source>
        <translation>Dann sehen Sie hier den Verlust jedes Laufs, wie weit Gradienten in jedem Netz zurückreichen, und was sich dazu sagen lässt.</translation>
    </message>
    <message>
        <source>%1, %2 updates, learning rate %3, %4 seeds</source>
        <translation>%1, %2 Updates, Lernrate %3, %4 Startwerte</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % erledigt</translation>
    </message>
</context>
<context>
    <name>gatescope::ComputingNote</name>
    <message>
        <source>Computing (steps: %1, units: %2): %3 s so far</source>
        <translation>Berechnung läuft (Schritte: %1, Einheiten: %2): bisher %3 s</translation>
    </message>
</context>
<context>
    <name>gatescope::ContextSwitch</name>
    <message>
        <source>share of steps with all within 0.1</source>
        <translation>Anteil der Schritte, an denen alle innerhalb von 0.1 liegen</translation>
    </message>
    <message>
        <source>always 0</source>
        <translation>immer 0</translation>
    </message>
    <message>
        <source>what is just read</source>
        <translation>das eben Gelesene</translation>
    </message>
</context>
<context>
    <name>gatescope::CpuBackend</name>
    <message>
        <source>%1 is not finite in single precision. Use smaller weights, or the reference backend.</source>
        <translation>%1 ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte oder das Backend reference.</translation>
    </message>
    <message>
        <source>The head&apos;s output is not finite in single precision. Use smaller weights, or the reference backend.</source>
        <translation>Die Ausgabe des Kopfes ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte oder das Backend reference.</translation>
    </message>
    <message>
        <source>The gradient at %1 is not finite in single precision. Use smaller weights, a shorter sequence, or the reference backend.</source>
        <translation>Der Gradient an %1 ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte, eine kürzere Folge oder das Backend reference.</translation>
    </message>
    <message>
        <source>A gradient is not finite in single precision. Use smaller weights, a shorter sequence, or the reference backend.</source>
        <translation>Ein Gradient ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte, eine kürzere Folge oder das Backend reference.</translation>
    </message>
</context>
<context>
    <name>gatescope::CpuTraining</name>
    <message>
        <source>The loss is not finite. Use a smaller learning rate.</source>
        <translation>Der Verlust ist nicht endlich. Nehmen Sie eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>The gradient is not finite, or too large for single precision. Use a smaller learning rate, a shorter sequence, or the reference backend.</source>
        <translation>Der Gradient ist nicht endlich oder zu groß für einfache Genauigkeit. Nehmen Sie eine kleinere Lernrate, eine kürzere Folge oder das Backend reference.</translation>
    </message>
    <message>
        <source>%1 would no longer be finite. Use a smaller learning rate.</source>
        <translation>%1 wäre nicht mehr endlich. Nehmen Sie eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>A weight</source>
        <translation>Ein Gewicht</translation>
    </message>
</context>
<context>
    <name>gatescope::CsvRecords</name>
    <message>
        <source>Line %1 has more than %2 columns.</source>
        <translation>Zeile %1 hat mehr als %2 Spalten.</translation>
    </message>
    <message>
        <source>Line %1, column %2: the quote is never closed.</source>
        <translation>Zeile %1, Spalte %2: Das Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>Line %1, column %2: there is text behind the closing quote.</source>
        <translation>Zeile %1, Spalte %2: Hinter dem schließenden Anführungszeichen steht Text.</translation>
    </message>
</context>
<context>
    <name>gatescope::CsvText</name>
    <message>
        <source>The table has %1 bytes; at most %2 are read.</source>
        <translation>Die Tabelle hat %1 Bytes; höchstens %2 werden gelesen.</translation>
    </message>
    <message>
        <source>The table has no row of numbers.</source>
        <translation>Die Tabelle hat keine Zeile mit Zahlen.</translation>
    </message>
    <message>
        <source>Line %1 has %2 values, expected %3 as in the lines before.</source>
        <translation>Zeile %1 hat %2 Werte, erwartet werden %3 wie in den Zeilen davor.</translation>
    </message>
</context>
<context>
    <name>gatescope::DeedFields</name>
    <message>
        <source>and still take in step</source>
        <translation>und noch aufnehmen: Schritt</translation>
    </message>
    <message>
        <source>nothing is to be done</source>
        <translation>nichts ist zu tun</translation>
    </message>
    <message>
        <source>a state must survive</source>
        <translation>ein Zustand muss überdauern</translation>
    </message>
    <message>
        <source>a step must be found</source>
        <translation>ein Schritt muss gefunden werden</translation>
    </message>
    <message>
        <source>a value must be reached</source>
        <translation>ein Wert muss erreicht werden</translation>
    </message>
    <message>
        <source>the gradient must survive</source>
        <translation>der Gradient muss überdauern</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>In words: Move the slider until unit 1 holds its state for 20 steps.</source>
        <translation>In Worten: Bewege den Schieber, bis Einheit 1 ihren Zustand 20 Schritte hält.</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>for so many steps</source>
        <translation>so viele Schritte lang</translation>
    </message>
    <message>
        <source>where it is</source>
        <translation>wo er ist</translation>
    </message>
    <message>
        <source>must be</source>
        <translation>muss sein</translation>
    </message>
    <message>
        <source>keeping at least</source>
        <translation>behält mindestens</translation>
    </message>
    <message>
        <source>changing by</source>
        <translation>mit einer Änderung um</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>am kleinsten</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>am größten</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>The step that must be taken in</source>
        <translation>Der Schritt, der aufgenommen werden muss</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>from step</source>
        <translation>ab Schritt</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>bei Schritt</translation>
    </message>
</context>
<context>
    <name>gatescope::DeedPanel</name>
    <message>
        <source>Now do it</source>
        <translation>Tun Sie es nun selbst</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Geschafft</translation>
    </message>
</context>
<context>
    <name>gatescope::DemoDialog</name>
    <message>
        <source>%1 billion</source>
        <translation>%1 Milliarden</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 Millionen</translation>
    </message>
    <message>
        <source>1 layer of %1 units</source>
        <translation>1 Schicht mit %1 Einheiten</translation>
    </message>
    <message>
        <source>%1 layers of %2 units</source>
        <translation>%1 Schichten mit %2 Einheiten</translation>
    </message>
    <message>
        <source>A larger demo</source>
        <translation>Eine größere Vorführung</translation>
    </message>
    <message>
        <source>A network reads sums letter by letter, &quot;327+58=385;&quot;, and says which letter comes next. Nobody tells it how to add. What it writes shows how far it is: first only letters, then the form of a sum, at last sums that are right. With a text of your own in the form above, it is that text which is learned.</source>
        <translation>Ein Netz liest Summen Zeichen für Zeichen, „327+58=385;“, und sagt, welches Zeichen als nächstes kommt. Niemand sagt ihm, wie man addiert. Was es schreibt, zeigt, wie weit es ist: erst nur Zeichen, dann die Form einer Summe, zuletzt Summen, die stimmen. Steht im Formular ein eigener Text, so lernt es diesen.</translation>
    </message>
    <message>
        <source>A network reads %1 letter by letter and says which letter comes next.</source>
        <translation>Ein Netz liest %1 Zeichen für Zeichen und sagt, welches Zeichen als nächstes kommt.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Letters in an update</source>
        <translation>Zeichen je Update</translation>
    </message>
    <message>
        <source>Operations in an update</source>
        <translation>Rechenschritte je Update</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>Rechnet auf</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>The large one needs such a device. %1</source>
        <translation>Die große braucht ein solches Gerät. %1</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>a device of NVIDIA</source>
        <translation>einem Gerät von NVIDIA</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <source>Set up the small one</source>
        <translation>Die kleine einrichten</translation>
    </message>
    <message>
        <source>Set up the large one</source>
        <translation>Die große einrichten</translation>
    </message>
</context>
<context>
    <name>gatescope::DictionaryReader</name>
    <message>
        <source>The header has the key &apos;%1&apos; twice.</source>
        <translation>Der Kopf hat den Schlüssel &apos;%1&apos; zweimal.</translation>
    </message>
    <message>
        <source>The header must have the keys &apos;descr&apos;, &apos;fortran_order&apos; and &apos;shape&apos;.</source>
        <translation>Der Kopf muss die Schlüssel &apos;descr&apos;, &apos;fortran_order&apos; und &apos;shape&apos; haben.</translation>
    </message>
    <message>
        <source>The file holds records with named fields (descr is a list); save one plain array of numbers.</source>
        <translation>Die Datei enthält Datensätze mit benannten Feldern (descr ist eine Liste); speichern Sie ein einfaches Array von Zahlen.</translation>
    </message>
    <message>
        <source>Character %1 of the header: expected %2.</source>
        <translation>Zeichen %1 des Kopfes: erwartet wird %2.</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>ein Schlüssel</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nichts mehr</translation>
    </message>
    <message>
        <source>the value of &apos;descr&apos;, &apos;fortran_order&apos; or &apos;shape&apos;</source>
        <translation>der Wert von &apos;descr&apos;, &apos;fortran_order&apos; oder &apos;shape&apos;</translation>
    </message>
    <message>
        <source>a size</source>
        <translation>eine Größe</translation>
    </message>
</context>
<context>
    <name>gatescope::Encoder</name>
    <message>
        <source>ffmpeg could not make the MP4: %1.</source>
        <translation>ffmpeg konnte das MP4 nicht machen: %1.</translation>
    </message>
</context>
<context>
    <name>gatescope::Exchange</name>
    <message>
        <source>Copied as a text of %1 characters: paste it into a chat or a worksheet; Gatescope opens it with Ctrl+V.</source>
        <translation>Als Text von %1 Zeichen kopiert: Fügen Sie ihn in einen Chat oder ein Arbeitsblatt ein; Gatescope öffnet ihn mit Strg+V.</translation>
    </message>
    <message>
        <source>Nothing on the clipboard can be opened: an experiment as text begins with “gatescope:1:”.</source>
        <translation>In der Zwischenablage lässt sich nichts öffnen: Ein Experiment als Text beginnt mit „gatescope:1:“.</translation>
    </message>
</context>
<context>
    <name>gatescope::ExperimentFiles</name>
    <message>
        <source>No input was given: the program made up %1 steps; type or open your own.</source>
        <translation>Es war keine Eingabe gegeben: Das Programm hat %1 Schritte erfunden; tippen oder öffnen Sie eigene.</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>Das Experiment speichern</translation>
    </message>
    <message>
        <source>Experiments (*.gatescope)</source>
        <translation>Experimente (*.gatescope)</translation>
    </message>
    <message>
        <source>experiment.gatescope</source>
        <translation>experiment.gatescope</translation>
    </message>
    <message>
        <source>A network to look at beside the open one</source>
        <translation>Ein Netz zum Ansehen neben dem geöffneten</translation>
    </message>
    <message>
        <source>Everything that can be opened</source>
        <translation>Alles, was sich öffnen lässt</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Numbers and texts</source>
        <translation>Zahlen und Texte</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Reset after the product</source>
        <translation>Reset nach dem Produkt</translation>
    </message>
    <message>
        <source>Reset before the product</source>
        <translation>Reset vor dem Produkt</translation>
    </message>
    <message>
        <source>The reset acts after the product now, as in PyTorch; the weights are the same. Undo takes it back.</source>
        <translation>Der Reset wirkt jetzt nach dem Produkt, wie bei PyTorch; die Gewichte sind dieselben. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>The reset acts before the product now; the weights are the same. Undo takes it back.</source>
        <translation>Der Reset wirkt jetzt vor dem Produkt; die Gewichte sind dieselben. Rückgängig nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>gatescope::ExplorePlace</name>
    <message>
        <source>Here %1.</source>
        <translation>Hier %1.</translation>
    </message>
    <message>
        <source>No breakpoint becomes true from here on.</source>
        <translation>Von hier an wird kein Haltepunkt wahr.</translation>
    </message>
    <message>
        <source>While predicting, what is to come stays hidden: Q ends it.</source>
        <translation>Während vorhergesagt wird, bleibt verborgen, was kommt: Q beendet es.</translation>
    </message>
    <message>
        <source>another file…</source>
        <translation>andere Datei…</translation>
    </message>
    <message>
        <source>This is an output of the head; names and places at the top are for units.</source>
        <translation>Das ist eine Ausgabe des Kopfs; Namen und Plätze ganz oben sind für Einheiten.</translation>
    </message>
    <message>
        <source>Let a unit go from the top</source>
        <translation>Eine Einheit oben loslassen</translation>
    </message>
    <message>
        <source>Keep a unit at the top</source>
        <translation>Eine Einheit oben halten</translation>
    </message>
    <message>
        <source>Unit %1 stands among the others again.</source>
        <translation>Einheit %1 steht wieder unter den anderen.</translation>
    </message>
    <message>
        <source>Unit %1 stays at the top of the timeline&apos;s lanes; Shift+F2 lets it go.</source>
        <translation>Einheit %1 bleibt oben in den Bahnen der Zeitleiste; Umschalt+F2 lässt sie los.</translation>
    </message>
</context>
<context>
    <name>gatescope::ExportDialog</name>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Pixels of the file to one of the picture</source>
        <translation>Pixel der Datei für eines des Bildes</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Export picture or animation</source>
        <translation>Bild oder Animation exportieren</translation>
    </message>
    <message>
        <source>Picture, %1</source>
        <translation>Bild, %1</translation>
    </message>
    <message>
        <source>Animation, %1</source>
        <translation>Animation, %1</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Drawing the animation…</source>
        <translation>Die Animation wird gezeichnet …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Drawing the animation: %1 %</source>
        <translation>Die Animation wird gezeichnet: %1 %</translation>
    </message>
</context>
<context>
    <name>gatescope::FigureView</name>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
</context>
<context>
    <name>gatescope::Forecast</name>
    <message>
        <source>NRMSE</source>
        <translation>NRMSE</translation>
    </message>
</context>
<context>
    <name>gatescope::GatePlot</name>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>Which part is shown</source>
        <translation>Welcher Teil gezeigt wird</translation>
    </message>
    <message>
        <source>Which gate, candidate or state is shown, and of which layer</source>
        <translation>Welches Gate, welcher Kandidat oder Zustand gezeigt wird, und von welcher Schicht</translation>
    </message>
    <message>
        <source>, layer %1</source>
        <translation>, Schicht %1</translation>
    </message>
    <message>
        <source> →</source>
        <translation> →</translation>
    </message>
    <message>
        <source> ←</source>
        <translation> ←</translation>
    </message>
    <message>
        <source>1 overwrite</source>
        <translation>1 überschreiben</translation>
    </message>
    <message>
        <source>1 keep</source>
        <translation>1 behalten</translation>
    </message>
    <message>
        <source>1 open</source>
        <translation>1 offen</translation>
    </message>
    <message>
        <source>0 keep</source>
        <translation>0 behalten</translation>
    </message>
    <message>
        <source>0 overwrite</source>
        <translation>0 überschreiben</translation>
    </message>
    <message>
        <source>0 closed</source>
        <translation>0 zu</translation>
    </message>
    <message>
        <source>%1 % above ⅞</source>
        <translation>%1 % über ⅞</translation>
    </message>
    <message>
        <source>update %1: %2 … %3 in %4 %</source>
        <translation>Update %1: %2 … %3 in %4 %</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>share from %1</source>
        <translation>Anteil von %1</translation>
    </message>
    <message>
        <source>No update has been made.</source>
        <translation>Noch ist kein Update gemacht.</translation>
    </message>
    <message>
        <source>%1 after %2 updates: %3 % of the values are above 7/8, %4 % below 1/8.</source>
        <translation>%1 nach %2 Updates: %3 % der Werte sind über 7/8, %4 % unter 1/8.</translation>
    </message>
    <message>
        <source>how often which value</source>
        <translation>wie oft welcher Wert</translation>
    </message>
    <message>
        <source>how often it has which value, layer %1</source>
        <translation>wie oft welcher Wert, Schicht %1</translation>
    </message>
</context>
<context>
    <name>gatescope::GiftQuestionReader</name>
    <message>
        <source>it is a text without a question: there is no { … }.</source>
        <translation>sie ist ein Text ohne Frage: Es gibt kein { … }.</translation>
    </message>
    <message>
        <source>one of { and } is missing.</source>
        <translation>eines von { und } fehlt.</translation>
    </message>
    <message>
        <source>it asks for an essay, which Gatescope cannot mark.</source>
        <translation>sie verlangt einen Aufsatz, den Gatescope nicht bewerten kann.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands before the first answer.</source>
        <translation>„%1“ steht vor der ersten Antwort.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of numbers.</source>
        <translation>„%1“ ist kein Zahlenbereich.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no number as its tolerance.</source>
        <translation>„%1“ hat keine Zahl als Toleranz.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is matched with nothing: there is no -&gt; in it.</source>
        <translation>„%1“ ist nichts zugeordnet: Darin steht kein -&gt;.</translation>
    </message>
</context>
<context>
    <name>gatescope::HandsRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hands for answer %1</source>
        <translation>Hände für Antwort %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>hands: %1</source>
        <translation>Hände: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::HistoryBar</name>
    <message>
        <source>History: drag or press the arrows to look back</source>
        <translation>Verlauf: ziehen oder Pfeiltasten drücken, um zurückzublicken</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>Update %1 von %2</translation>
    </message>
    <message>
        <source>the newest update</source>
        <translation>das neueste Update</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>Update %1</source>
        <translation>Update %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>End: back to now</source>
        <translation>Ende: zurück zum Jetzt</translation>
    </message>
    <message>
        <source>drag to look back</source>
        <translation>ziehen: Rückblick</translation>
    </message>
</context>
<context>
    <name>gatescope::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>Alle Produkte zeigen</translation>
    </message>
    <message>
        <source>In code</source>
        <translation>Im Code</translation>
    </message>
    <message>
        <source>Hide products</source>
        <translation>Produkte verbergen</translation>
    </message>
    <message>
        <source>What if? Drag a value of the cell up or down, or press ] and [.</source>
        <translation>Was, wenn? Ziehen Sie einen Wert der Zelle auf- oder abwärts, oder drücken Sie ] und [.</translation>
    </message>
    <message>
        <source>Its weights</source>
        <translation>Seine Gewichte</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Woher es kam</translation>
    </message>
</context>
<context>
    <name>gatescope::ItemisedDialog</name>
    <message>
        <source>The gradient by its source</source>
        <translation>Der Gradient nach seiner Quelle</translation>
    </message>
</context>
<context>
    <name>gatescope::ItemisedMatrix</name>
    <message>
        <source>computing …</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>The gradient by its source</source>
        <translation>Der Gradient nach seiner Quelle</translation>
    </message>
    <message>
        <source>The arrow keys choose a cell, Enter goes to its step.</source>
        <translation>Die Pfeiltasten wählen eine Zelle, Enter geht zu ihrem Schritt.</translation>
    </message>
</context>
<context>
    <name>gatescope::JsonReader</name>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 has the shape %2, expected %3 sizes greater than 0.</source>
        <translation>%1 hat die Form %2, erwartet werden %3 Größen über 0.</translation>
    </message>
    <message>
        <source>%1 is %2, expected %3.</source>
        <translation>%1 ist %2, erwartet wird %3.</translation>
    </message>
    <message>
        <source>%1 is %2, expected an object.</source>
        <translation>%1 ist %2, erwartet wird ein Objekt.</translation>
    </message>
    <message>
        <source>%1 is %2, expected a list.</source>
        <translation>%1 ist %2, erwartet wird eine Liste.</translation>
    </message>
    <message>
        <source>%1 is %2, expected a text.</source>
        <translation>%1 ist %2, erwartet wird ein Text.</translation>
    </message>
    <message>
        <source>%1 is %2, expected true or false.</source>
        <translation>%1 ist %2, erwartet wird true oder false.</translation>
    </message>
    <message>
        <source>%1 is %2, expected a number.</source>
        <translation>%1 ist %2, erwartet wird eine Zahl.</translation>
    </message>
    <message>
        <source>%1 is %2, expected a whole number from %3 to %4.</source>
        <translation>%1 ist %2, erwartet wird eine ganze Zahl von %3 bis %4.</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>Das Dokument</translation>
    </message>
</context>
<context>
    <name>gatescope::JudgedByAccuracy</name>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
</context>
<context>
    <name>gatescope::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>gatescope::LabList</name>
    <message>
        <source>Labs</source>
        <translation>Labore</translation>
    </message>
    <message>
        <source>To play with, whenever you like</source>
        <translation>Zum Spielen, wann immer Sie mögen</translation>
    </message>
    <message>
        <source>Lab: %1</source>
        <translation>Labor: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::LabsPage</name>
    <message>
        <source>← All lessons</source>
        <translation>← Alle Lektionen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>gatescope::LadderPanel</name>
    <message>
        <source>Ladder</source>
        <translation>Leiter</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <translation>%1, %2: %3, %4</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>asked now</source>
        <translation>jetzt gefragt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>again</source>
        <translation>nochmal</translation>
    </message>
</context>
<context>
    <name>gatescope::LaneView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>gatescope::Language</name>
    <message>
        <source>%1: cannot be read as a translation.</source>
        <translation>%1: lässt sich nicht als Übersetzung lesen.</translation>
    </message>
    <message>
        <source>%1: line %2: %3.</source>
        <translation>%1: Zeile %2: %3.</translation>
    </message>
</context>
<context>
    <name>gatescope::LanguageDialog</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of the window</source>
        <translation>Die Sprache des Fensters</translation>
    </message>
    <message>
        <source>The window speaks another language when Gatescope is started again. What has not been translated yet is shown in English.</source>
        <translation>Das Fenster spricht eine andere Sprache, wenn Gatescope neu gestartet wird. Was noch nicht übersetzt ist, steht auf Englisch da.</translation>
    </message>
</context>
<context>
    <name>gatescope::LearnPlace</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>each lesson drives the real program</source>
        <translation>jede Lektion steuert das wirkliche Programm</translation>
    </message>
    <message>
        <source>Lesson %1 of %2</source>
        <translation>Lektion %1 von %2</translation>
    </message>
    <message>
        <source>You can leave at any time, your place is kept</source>
        <translation>Sie können jederzeit gehen, Ihr Platz bleibt erhalten</translation>
    </message>
</context>
<context>
    <name>gatescope::Learner</name>
    <message>
        <source>The races in %1 cannot be erased.</source>
        <translation>Die Rennen in %1 lassen sich nicht löschen.</translation>
    </message>
</context>
<context>
    <name>gatescope::LearnerChoice</name>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>As whom you learn: a guest, or under a name</source>
        <translation>Als wer Sie lernen: als Gast oder unter einem Namen</translation>
    </message>
    <message>
        <source>Nothing that this learner has read, answered and raced stays</source>
        <translation>Nichts, was gelesen, beantwortet und ausgetragen wurde, bleibt</translation>
    </message>
    <message>
        <source>a guest</source>
        <translation>ein Gast</translation>
    </message>
    <message>
        <source>another name…</source>
        <translation>anderer Name…</translation>
    </message>
    <message>
        <source>forgotten when the program ends</source>
        <translation>vergessen, wenn das Programm endet</translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <translation>bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Another learner</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Erase what was read, answered and raced since the program was started?</source>
        <translation>Löschen, was seit dem Programmstart gelesen, beantwortet und ausgetragen wurde?</translation>
    </message>
    <message>
        <source>Erase everything that %1 has read and answered, and the races?</source>
        <translation>Alles löschen, was %1 gelesen und beantwortet hat, und die Rennen?</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonBridge</name>
    <message>
        <source>This is the network of “%1”. Learn (Alt+4) goes back to its card.</source>
        <translation>Das ist das Netz von „%1“. „Lernen“ (Alt+4) führt zu seiner Karte zurück.</translation>
    </message>
    <message>
        <source>Saved at card %1 of the lesson “%2”: Learn (Alt+4) is there again.</source>
        <translation>Gespeichert bei Karte %1 der Lektion „%2“: „Lernen“ (Alt+4) ist wieder dort.</translation>
    </message>
    <message>
        <source>Saved in the lesson “%1”, which this Gatescope does not have.</source>
        <translation>Gespeichert in der Lektion „%1“, die dieses Gatescope nicht hat.</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonDots</name>
    <message>
        <source>%1 of %2 lessons done</source>
        <translation>%1 von %2 Lektionen geschafft</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonEntry</name>
    <message>
        <source>Lesson %1: %2</source>
        <translation>Lektion %1: %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>geschafft</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>%1 minutes, of the essentials, %2</source>
        <translation>%1 Minuten, gehört zum Wesentlichen, %2</translation>
    </message>
    <message>
        <source>%1 minutes, %2</source>
        <translation>%1 Minuten, %2</translation>
    </message>
    <message>
        <source>%1 min ◆</source>
        <translation>%1 min ◆</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonForm</name>
    <message>
        <source>Add a card</source>
        <translation>Neue Karte</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>M&amp;inutes</source>
        <translation>&amp;Minuten</translation>
    </message>
    <message>
        <source>Netw&amp;ork</source>
        <translation>Net&amp;z</translation>
    </message>
    <message>
        <source>Ca&amp;rds</source>
        <translation>&amp;Karten</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>The card before it comes behind it</source>
        <translation>Die Karte davor kommt dahinter</translation>
    </message>
    <message>
        <source>The card behind it comes before it</source>
        <translation>Die Karte dahinter kommt davor</translation>
    </message>
    <message>
        <source>without a headline</source>
        <translation>ohne Überschrift</translation>
    </message>
    <message>
        <source>behind the others</source>
        <translation>hinter den anderen</translation>
    </message>
    <message>
        <source>&amp;Place in the list</source>
        <translation>&amp;Platz in der Liste</translation>
    </message>
    <message>
        <source>belongs to the essentials</source>
        <translation>gehört zum Wesentlichen</translation>
    </message>
    <message>
        <source>The short path, “Only the essentials”, takes its readers through it</source>
        <translation>Der kurze Weg, „Nur das Wesentliche“, führt durch sie hindurch</translation>
    </message>
    <message>
        <source>What the lesson says above all, of what its cards measure</source>
        <translation>Was die Lektion vor allem sagt, von dem, was ihre Karten messen</translation>
    </message>
    <message>
        <source>Short path (&amp;1)</source>
        <translation>Kurzer Weg (&amp;1)</translation>
    </message>
    <message>
        <source>Main claim (&amp;3)</source>
        <translation>Hauptaussage (&amp;3)</translation>
    </message>
    <message>
        <source>Sources (&amp;4)</source>
        <translation>Quellen (&amp;4)</translation>
    </message>
</context>
<context>
    <name>gatescope::LessonView</name>
    <message>
        <source>Guess first: press the number of an option.</source>
        <translation>Erst raten: Drücken Sie die Zahl einer Option.</translation>
    </message>
    <message>
        <source>Guess first: type it and press Enter.</source>
        <translation>Erst raten: Tippen Sie es und drücken Sie Enter.</translation>
    </message>
    <message>
        <source>A hint: %1 Going on once more shows the answer.</source>
        <translation>Ein Hinweis: %1 Noch einmal weiter zeigt die Antwort.</translation>
    </message>
    <message>
        <source>It is not done yet. Going on once more leaves it as it is.</source>
        <translation>Es ist noch nicht getan. Noch einmal weiter lässt es so.</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Regler</translation>
    </message>
</context>
<context>
    <name>gatescope::LinesGrid</name>
    <message>
        <source>%1 is right</source>
        <translation>%1 ist richtig</translation>
    </message>
    <message>
        <source>%1, why it is wrong</source>
        <translation>%1, warum es falsch ist</translation>
    </message>
</context>
<context>
    <name>gatescope::Look</name>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>gatescope::LossPlot</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>log scale · thin: each update, thick: the geometric mean of %1</source>
        <translation>log. Skala · dünn: jedes Update, dick: geometrisches Mittel aus %1</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>Training %1</translation>
    </message>
    <message>
        <source>held out %1</source>
        <translation>zurückgehalten %1</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>Update %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>counts as solved below %1</source>
        <translation>gilt als gelöst unter %1</translation>
    </message>
    <message>
        <source>solved at %1</source>
        <translation>gelöst bei %1</translation>
    </message>
    <message>
        <source>update %1: training %2, mean %3</source>
        <translation>Update %1: Training %2, Mittel %3</translation>
    </message>
    <message>
        <source>, held out %1</source>
        <translation>, zurückgehalten %1</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Verlust im Training</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>Mittel aus %1</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>Verlust, zurückgehalten</translation>
    </message>
    <message>
        <source>No update has been made.</source>
        <translation>Noch ist kein Update gemacht.</translation>
    </message>
    <message>
        <source>After %1 updates the training loss is %2; it began at %3.</source>
        <translation>Nach %1 Updates ist der Verlust im Training %2; er begann bei %3.</translation>
    </message>
    <message>
        <source>Solved at update %1.</source>
        <translation>Gelöst bei Update %1.</translation>
    </message>
    <message>
        <source>%1, log scale · thin: each update, thick: the geometric mean of %2</source>
        <translation>%1, log. Skala · dünn: jedes Update, dick: geometrisches Mittel aus %2</translation>
    </message>
    <message>
        <source>%1, log scale · thick: mean of %2</source>
        <translation>%1, log. Skala · dick: Mittel aus %2</translation>
    </message>
    <message>
        <source>%1 · thick: mean</source>
        <translation>%1 · dick: Mittel</translation>
    </message>
    <message>
        <source>solved: %1</source>
        <translation>gelöst: %1</translation>
    </message>
    <message>
        <source>mean of %1 on %2</source>
        <translation>Mittel aus %1 auf %2</translation>
    </message>
    <message>
        <source>Side by side: %1; and %2, which is at update %3.</source>
        <translation>Nebeneinander: %1; und %2, bei Update %3.</translation>
    </message>
</context>
<context>
    <name>gatescope::MainClaimField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (no card measures it)</source>
        <translation>%1 (keine Karte misst sie)</translation>
    </message>
    <message>
        <source>%1 (nobody knows this claim)</source>
        <translation>%1 (diese Aussage kennt niemand)</translation>
    </message>
</context>
<context>
    <name>gatescope::MainWindow</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open a file or a demo</source>
        <translation>Eine Datei oder Demo öffnen</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask the network: predict, what if, what stands out, a second one beside it</source>
        <translation>Das Netz fragen: vorhersagen, was wenn, was auffällt, ein zweites daneben</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>same task, same batches, same optimizer</source>
        <translation>selbe Aufgabe, selbe Batches, selber Optimierer</translation>
    </message>
    <message>
        <source>Demos</source>
        <translation>Demos</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>%1[*] – Gatescope</source>
        <translation>%1[*] – Gatescope</translation>
    </message>
    <message>
        <source>%1[*] – %2 – Gatescope</source>
        <translation>%1[*] – %2 – Gatescope</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Farbschema: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – Gatescope</source>
        <translation>%1 – Gatescope</translation>
    </message>
    <message>
        <source>%1 – %2 – Gatescope</source>
        <translation>%1 – %2 – Gatescope</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
</context>
<context>
    <name>gatescope::MemoryQuestion</name>
    <message>
        <source>How long the state still tells what was read, against what else might have stood there, and which gate lets it go</source>
        <translation>Wie lange der Zustand noch erzählt, was gelesen wurde, gegenüber dem, was dort sonst hätte stehen können, und welches Gate es gehen lässt</translation>
    </message>
    <message>
        <source>Step that is remembered</source>
        <translation>Schritt, an den erinnert wird</translation>
    </message>
    <message>
        <source>What was read at which step is followed</source>
        <translation>Verfolgt wird, was an welchem Schritt gelesen wurde</translation>
    </message>
    <message>
        <source>When is “%1” forgotten?</source>
        <translation>Wann ist „%1“ vergessen?</translation>
    </message>
    <message>
        <source>When is step %1 forgotten?</source>
        <translation>Wann ist Schritt %1 vergessen?</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::MergingCanvas</name>
    <message>
        <source>The matrices and their products</source>
        <translation>Die Matrizen und ihre Produkte</translation>
    </message>
</context>
<context>
    <name>gatescope::MergingForm</name>
    <message>
        <source>Whose layer it is</source>
        <translation>Wessen Schicht es ist</translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation>Andere Zahlen</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <source>Measure the time</source>
        <translation>Zeit messen</translation>
    </message>
</context>
<context>
    <name>gatescope::MergingLab</name>
    <message>
        <source>One more question</source>
        <translation>Noch eine Frage</translation>
    </message>
    <message>
        <source>Show it without a guess</source>
        <translation>Ohne Raten zeigen</translation>
    </message>
</context>
<context>
    <name>gatescope::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
</context>
<context>
    <name>gatescope::ModelOptions</name>
    <message>
        <source>The file says --reset %1 itself, which --reset %2 contradicts.</source>
        <translation>Die Datei sagt selbst --reset %1, und --reset %2 widerspricht dem.</translation>
    </message>
    <message>
        <source>The file says --update %1 itself, which --update %2 contradicts.</source>
        <translation>Die Datei sagt selbst --update %1, und --update %2 widerspricht dem.</translation>
    </message>
    <message>
        <source>The file says --nonlinearity %1 itself, which --nonlinearity %2 contradicts.</source>
        <translation>Die Datei sagt selbst --nonlinearity %1, und --nonlinearity %2 widerspricht dem.</translation>
    </message>
</context>
<context>
    <name>gatescope::MoodleQuestionReader</name>
    <message>
        <source>it holds bytes that are not UTF-8.</source>
        <translation>sie enthält Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
        <source>it is a text without a question.</source>
        <translation>sie ist ein Text ohne Frage.</translation>
    </message>
    <message>
        <source>it asks for an essay, which Gatescope cannot mark.</source>
        <translation>sie verlangt einen Aufsatz, den Gatescope nicht bewerten kann.</translation>
    </message>
    <message>
        <source>questions of the type &quot;%1&quot; are not read.</source>
        <translation>Fragen der Art „%1“ werden nicht gelesen.</translation>
    </message>
    <message>
        <source>an answer&apos;s fraction &quot;%1&quot; is no number.</source>
        <translation>der Anteil „%1“ einer Antwort ist keine Zahl.</translation>
    </message>
    <message>
        <source>the tolerance &quot;%1&quot; is no distance.</source>
        <translation>die Toleranz „%1“ ist kein Abstand.</translation>
    </message>
    <message>
        <source>it has no answers.</source>
        <translation>sie hat keine Antworten.</translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation>die Datei %1</translation>
    </message>
    <message>
        <source>its %1 &quot;%2&quot;</source>
        <translation>ihr %1 „%2“</translation>
    </message>
    <message>
        <source>the unit %1</source>
        <translation>die Maßeinheit %1</translation>
    </message>
    <message>
        <source>its picture</source>
        <translation>ihr Bild</translation>
    </message>
    <message>
        <source>its &lt;%1&gt;</source>
        <translation>ihr &lt;%1&gt;</translation>
    </message>
</context>
<context>
    <name>gatescope::MythEvidence</name>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>Networks are learning for this. It takes some seconds…</source>
        <translation>Dafür lernen Netze. Das dauert einige Sekunden …</translation>
    </message>
    <message>
        <source>Measured just now: %1</source>
        <translation>Eben gemessen: %1</translation>
    </message>
    <message>
        <source>Measured just now, and it does not hold here: %1</source>
        <translation>Eben gemessen, und es gilt hier nicht: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::MythLab</name>
    <message>
        <source>What is often said</source>
        <translation>Was oft gesagt wird</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>What do you think?</source>
        <translation>Was meinen Sie?</translation>
    </message>
    <message>
        <source>Seen through: %1</source>
        <translation>Durchschaut: %1</translation>
    </message>
    <message>
        <source>Looked at: %1</source>
        <translation>Angesehen: %1</translation>
    </message>
    <message>
        <source>Lesson %1: %2</source>
        <translation>Lektion %1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::NamesField</name>
    <message>
        <source>One on each line, or a table with “Name” over the column.</source>
        <translation>In jeder Zeile einer, oder eine Tabelle mit „Name“ über der Spalte.</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Names from a text file, one on each line, or from a CSV with a line over it</source>
        <translation>Namen aus einer Textdatei, in jeder Zeile einer, oder aus einer CSV mit einer Kopfzeile</translation>
    </message>
    <message>
        <source>Names of a class</source>
        <translation>Namen einer Klasse</translation>
    </message>
    <message>
        <source>Lists of names (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Namenslisten (*.txt *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::NetworkDialog</name>
    <message>
        <source>Add a network</source>
        <translation>Ein Netz hinzufügen</translation>
    </message>
    <message>
        <source>after the matrix, as PyTorch</source>
        <translation>nach der Matrix, wie PyTorch</translation>
    </message>
    <message>
        <source>before the matrix, as the first paper</source>
        <translation>vor der Matrix, wie der erste Aufsatz</translation>
    </message>
    <message>
        <source>keeps the old state, as PyTorch</source>
        <translation>behält den alten Zustand, wie PyTorch</translation>
    </message>
    <message>
        <source>overwrites it, as the first paper</source>
        <translation>überschreibt ihn, wie der erste Aufsatz</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Bidirektional</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>Schichtnormalisierung</translation>
    </message>
    <message>
        <source>Keeping gate starts open</source>
        <translation>Behaltendes Gate beginnt offen</translation>
    </message>
    <message>
        <source>by a bias of</source>
        <translation>mit einem Bias von</translation>
    </message>
    <message>
        <source>Reset gate</source>
        <translation>Reset-Gate</translation>
    </message>
    <message>
        <source>Update gate</source>
        <translation>Update-Gate</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>With equal parameters all networks but the first get the units that come nearest to it.</source>
        <translation>Bei gleichen Parametern bekommen alle Netze außer dem ersten die Zahl von Einheiten, die ihm am nächsten kommt.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>gatescope::NetworkExport</name>
    <message>
        <source>Project of PyTorch, a new folder</source>
        <translation>PyTorch-Projekt, ein neuer Ordner</translation>
    </message>
    <message>
        <source>Weights alone</source>
        <translation>Nur die Gewichte</translation>
    </message>
    <message>
        <source>Export the network</source>
        <translation>Netz exportieren</translation>
    </message>
    <message>
        <source>The last export is not done yet.</source>
        <translation>Der letzte Export ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>The weights are saved as %1.</source>
        <translation>Die Gewichte sind als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The project is in %1: its README says how to go on; check.py compares PyTorch&apos;s numbers with these.</source>
        <translation>Das Projekt liegt in %1: Seine README sagt, wie es weitergeht; check.py vergleicht die Zahlen von PyTorch mit diesen.</translation>
    </message>
    <message>
        <source>Its update gate is turned round there, so that z near 1 keeps.</source>
        <translation>Sein Update-Gate ist dort umgedreht, sodass z nahe 1 behält.</translation>
    </message>
</context>
<context>
    <name>gatescope::NetworkField</name>
    <message>
        <source>the network that is open in Explore now</source>
        <translation>das Netz, das jetzt in „Erkunden“ offen ist</translation>
    </message>
    <message>
        <source>a file…</source>
        <translation>eine Datei…</translation>
    </message>
    <message>
        <source>as in the lesson&apos;s file</source>
        <translation>wie in der Datei der Lektion</translation>
    </message>
    <message>
        <source>written in the lesson&apos;s file: %1, units: %2, steps: %3</source>
        <translation>steht in der Datei der Lektion: %1, Einheiten: %2, Schritte: %3</translation>
    </message>
    <message>
        <source>Take a network</source>
        <translation>Ein Netz nehmen</translation>
    </message>
    <message>
        <source>Experiments (*.gatescope);;All files (*)</source>
        <translation>Experimente (*.gatescope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>a file that is no longer there</source>
        <translation>eine Datei, die nicht mehr da ist</translation>
    </message>
</context>
<context>
    <name>gatescope::NetworkForm</name>
    <message>
        <source>Input size</source>
        <translation>Eingabegröße</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>Zustandsgröße</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Outputs of the head</source>
        <translation>Ausgaben des Kopfes</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>bidirectional</source>
        <translation>beide Richtungen</translation>
    </message>
    <message>
        <source>with biases</source>
        <translation>mit Bias</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>Neue Gewichte</translation>
    </message>
    <message>
        <source>Turn z round, same function</source>
        <translation>z umdrehen, selbe Funktion</translation>
    </message>
    <message>
        <source>Move the reset, same function</source>
        <translation>Reset versetzen, selbe Funktion</translation>
    </message>
    <message>
        <source>Choose one …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>after U·h</source>
        <translation>nach U·h</translation>
    </message>
    <message>
        <source>before U·h</source>
        <translation>vor U·h</translation>
    </message>
    <message>
        <source>Where the reset gate acts</source>
        <translation>Wo das Reset-Gate wirkt</translation>
    </message>
    <message>
        <source>z near 1 keeps</source>
        <translation>z nahe 1 behält</translation>
    </message>
    <message>
        <source>z near 1 overwrites</source>
        <translation>z nahe 1 überschreibt</translation>
    </message>
    <message>
        <source>What an update gate near 1 does</source>
        <translation>Was ein Update-Gate nahe 1 tut</translation>
    </message>
    <message>
        <source>Input size I</source>
        <translation>Eingänge I</translation>
    </message>
    <message>
        <source>Hidden size H</source>
        <translation>Einheiten H</translation>
    </message>
    <message>
        <source>Head outputs</source>
        <translation>Kopf-Ausgaben</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Turn the update gate round</source>
        <translation>Das Update-Gate umdrehen</translation>
    </message>
    <message>
        <source>Move the reset gate</source>
        <translation>Das Reset-Gate versetzen</translation>
    </message>
    <message>
        <source>PyTorch would say: %1</source>
        <translation>PyTorch würde sagen: %1</translation>
    </message>
    <message>
        <source>z near 1 keeps the old state: PyTorch, Keras, ONNX.</source>
        <translation>z nahe 1 behält den alten Zustand: PyTorch, Keras, ONNX.</translation>
    </message>
    <message>
        <source>z near 1 overwrites the old state: Chung et al. 2014 and many texts.</source>
        <translation>z nahe 1 überschreibt den alten Zustand: Chung et al. 2014 und viele Texte.</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 without the head</source>
        <translation>%1 ohne den Kopf</translation>
    </message>
    <message>
        <source>Change the network</source>
        <translation>Das Netz ändern</translation>
    </message>
    <message>
        <source>The new head begins with random weights; all other numbers are kept.</source>
        <translation>Der neue Kopf beginnt mit zufälligen Gewichten; alle anderen Zahlen bleiben.</translation>
    </message>
    <message>
        <source>Other sizes begin with new random weights, and with a made-up input, because the old one does not fit. Undo brings both back.</source>
        <translation>Andere Größen beginnen mit neuen zufälligen Gewichten und mit einer erfundenen Eingabe, weil die alte nicht passt. Rückgängig bringt beides zurück.</translation>
    </message>
    <message>
        <source>Other sizes begin with new random weights. Undo brings the old ones back.</source>
        <translation>Andere Größen beginnen mit neuen zufälligen Gewichten. Rückgängig bringt die alten zurück.</translation>
    </message>
    <message>
        <source>n = tanh(W x + b_in + r ⊙ (U h + b_hn)): PyTorch, cuDNN, Keras&apos; default.</source>
        <translation>n = tanh(W x + b_in + r ⊙ (U h + b_hn)): PyTorch, cuDNN, bei Keras voreingestellt.</translation>
    </message>
    <message>
        <source>n = tanh(W x + b_in + U (r ⊙ h) + b_hn): Cho et al. 2014, Keras reset_after=False. nn.GRU cannot do it.</source>
        <translation>n = tanh(W x + b_in + U (r ⊙ h) + b_hn): Cho et al. 2014, Keras mit reset_after=False. nn.GRU kann es nicht.</translation>
    </message>
</context>
<context>
    <name>gatescope::NetworkReader</name>
    <message>
        <source>%1 is a layer of the class %2, which is not read; expected Embedding, GRU, LSTM, SimpleRNN, Bidirectional and Dense, one after the other.</source>
        <translation>%1 ist eine Schicht der Klasse %2, die nicht gelesen wird; erwartet werden Embedding, GRU, LSTM, SimpleRNN, Bidirectional und Dense, eine nach der anderen.</translation>
    </message>
    <message>
        <source>%1 (%2) stands where it is not read; expected at most one Embedding, then recurrent layers, then at most one Dense.</source>
        <translation>%1 (%2) steht, wo es nicht gelesen wird; erwartet werden höchstens ein Embedding, dann rekurrente Schichten, dann höchstens ein Dense.</translation>
    </message>
    <message>
        <source>%1 makes a mask: Keras passes over the steps that it marks, here every step is read.</source>
        <translation>%1 erzeugt eine Maske: Keras übergeht die Schritte, die sie bezeichnet, hier wird jeder Schritt gelesen.</translation>
    </message>
    <message>
        <source>%1 has return_sequences=False, but the recurrent layer %2 follows; expected True.</source>
        <translation>%1 hat return_sequences=False, es folgt aber die rekurrente Schicht %2; erwartet wird True.</translation>
    </message>
    <message>
        <source>%1 repeats a layer of the class %2 at every step; expected Dense.</source>
        <translation>%1 wiederholt bei jedem Schritt eine Schicht der Klasse %2; erwartet wird Dense.</translation>
    </message>
    <message>
        <source>%1 has the activation %2; expected linear, sigmoid or softmax.</source>
        <translation>%1 hat die activation %2; erwartet wird linear, sigmoid oder softmax.</translation>
    </message>
    <message>
        <source>[rows, columns]</source>
        <translation>[Zeilen, Spalten]</translation>
    </message>
    <message>
        <source>[%1, units]</source>
        <translation>[%1, Einheiten]</translation>
    </message>
</context>
<context>
    <name>gatescope::NextInLanguage</name>
    <message>
        <source>share of steps with all three right</source>
        <translation>Anteil der Schritte, an denen alle drei stimmen</translation>
    </message>
    <message>
        <source>the last symbol alone</source>
        <translation>das letzte Zeichen allein</translation>
    </message>
</context>
<context>
    <name>gatescope::NormPlot</name>
    <message>
        <source>before clipping, log scale</source>
        <translation>vor dem Kappen, log. Skala</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source> →</source>
        <translation> →</translation>
    </message>
    <message>
        <source> ←</source>
        <translation> ←</translation>
    </message>
    <message>
        <source>clip at %1</source>
        <translation>kappen bei %1</translation>
    </message>
    <message>
        <source>update %1: whole gradient %2</source>
        <translation>Update %1: ganzer Gradient %2</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>whole gradient</source>
        <translation>ganzer Gradient</translation>
    </message>
    <message>
        <source>No update has been made.</source>
        <translation>Noch ist kein Update gemacht.</translation>
    </message>
    <message>
        <source>The gradient&apos;s norm after %1 updates is %2.</source>
        <translation>Die Norm des Gradienten nach %1 Updates ist %2.</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>before clipping</source>
        <translation>vor dem Kappen</translation>
    </message>
    <message>
        <source>before clipping, log scale · thin: whole, thick: layers, every %1 updates</source>
        <translation>vor dem Kappen, log. Skala · dünn: gesamt, dick: Schichten, alle %1 Updates</translation>
    </message>
    <message>
        <source>before clipping · layers: every %1 updates</source>
        <translation>vor dem Kappen · Schichten: alle %1 Updates</translation>
    </message>
    <message>
        <source>layers: every %1 updates</source>
        <translation>Schichten: alle %1 Updates</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>Kappung</translation>
    </message>
</context>
<context>
    <name>gatescope::NotesWindow</name>
    <message>
        <source>Notes – Gatescope</source>
        <translation>Notizen – Gatescope</translation>
    </message>
    <message>
        <source>This is the end of the pass.</source>
        <translation>Das ist das Ende des Laufs.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes: %1</translation>
    </message>
    <message>
        <source>Next: %1 of step %2</source>
        <translation>Als Nächstes: %1 von Schritt %2</translation>
    </message>
</context>
<context>
    <name>gatescope::NudgeView</name>
    <message>
        <source>Check by nudging</source>
        <translation>Durch Stupsen prüfen</translation>
    </message>
    <message>
        <source>Move %1 by ±0.00001 and run everything again. A click on a weight chooses another one.</source>
        <translation>%1 um ±0.00001 bewegen und alles noch einmal rechnen. Ein Klick auf ein Gewicht wählt ein anderes.</translation>
    </message>
    <message>
        <source>nudged</source>
        <translation>gestupst</translation>
    </message>
    <message>
        <source>chain rule</source>
        <translation>Kettenregel</translation>
    </message>
    <message>
        <source>they differ by %1 of it</source>
        <translation>sie unterscheiden sich um %1 davon</translation>
    </message>
</context>
<context>
    <name>gatescope::NumberReader</name>
    <message>
        <source>%1 is %2, expected a list.</source>
        <translation>%1 ist %2, erwartet wird eine Liste.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 has %2 values, expected %3.</source>
        <translation>%1 hat %2 Werte, erwartet werden %3.</translation>
    </message>
    <message>
        <source>%1 is %2, expected a number.</source>
        <translation>%1 ist %2, erwartet wird eine Zahl.</translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>gatescope::NumbersForm</name>
    <message>
        <source>Which numbers</source>
        <translation>Welche Zahlen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
</context>
<context>
    <name>gatescope::NumbersModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>“%1” is not a number. Write it like 0.25 or −1.5e−3.</source>
        <translation>„%1“ ist keine Zahl. Schreiben Sie sie wie 0.25 oder −1.5e−3.</translation>
    </message>
    <message>
        <source>Change %1 [%2, %3]</source>
        <translation>%1 [%2, %3] ändern</translation>
    </message>
</context>
<context>
    <name>gatescope::OnnxGraph</name>
    <message>
        <source>%1 is of the kind %2, which is not ONNX&apos; own and is not read.</source>
        <translation>%1 ist von der Art %2, die nicht von ONNX selbst ist und nicht gelesen wird.</translation>
    </message>
    <message>
        <source>%1 is made by two nodes: the file is damaged.</source>
        <translation>%1 wird von zwei Knoten gemacht: Die Datei ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>gatescope::OnnxReader</name>
    <message>
        <source>The file has functions of its own or sparse tensors, which are not read.</source>
        <translation>Die Datei hat eigene Funktionen oder dünn besetzte Tensoren, die nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file has more than %1 nodes or tensors, the most that are read.</source>
        <translation>Die Datei hat mehr als %1 Knoten oder Tensoren, so viele werden höchstens gelesen.</translation>
    </message>
    <message>
        <source>What the file says of its nodes has more than %1 bytes, the most that is read here.</source>
        <translation>Was die Datei über ihre Knoten sagt, hat mehr als %1 Bytes, so viele werden hier höchstens gelesen.</translation>
    </message>
    <message>
        <source>%1 is said to have the shape %2, for which the file has too few bytes.</source>
        <translation>%1 soll die Form %2 haben, wofür die Datei zu wenige Bytes hat.</translation>
    </message>
    <message>
        <source>%1 (%2) has a graph within it, which is not read.</source>
        <translation>%1 (%2) hat einen Graphen in sich, der nicht gelesen wird.</translation>
    </message>
    <message>
        <source>%1 keeps its numbers in another file, which is not followed; export the network with external_data=False.</source>
        <translation>%1 hat seine Zahlen in einer anderen Datei; dem wird nicht gefolgt. Exportieren Sie das Netz mit external_data=False.</translation>
    </message>
</context>
<context>
    <name>gatescope::OpeningCard</name>
    <message>
        <source>The input is the same; only the state differs. Press Space.</source>
        <translation>Die Eingabe ist dieselbe; nur der Zustand ist ein anderer. Drücken Sie die Leertaste.</translation>
    </message>
    <message>
        <source>Show a class</source>
        <translation>Einer Klasse zeigen</translation>
    </message>
    <message>
        <source>Learn from the start</source>
        <translation>Von Anfang an lernen</translation>
    </message>
    <message>
        <source>Open my model or data</source>
        <translation>Mein Modell, meine Daten</translation>
    </message>
    <message>
        <source>Three %1&apos;s, three next letters: %1, %2, %3.</source>
        <translation>Dreimal %1, drei nächste Buchstaben: %1, %2, %3.</translation>
    </message>
</context>
<context>
    <name>gatescope::OptionAnswer</name>
    <message>
        <source>Options, any number of which are right</source>
        <translation>Optionen, von denen beliebig viele richtig sind</translation>
    </message>
    <message>
        <source>Options, one of which is right</source>
        <translation>Optionen, von denen eine richtig ist</translation>
    </message>
    <message>
        <source>Choose one first: a key from 1 to %1, or a click.</source>
        <translation>Wählen Sie erst eine: mit einer Taste von 1 bis %1 oder einem Klick.</translation>
    </message>
</context>
<context>
    <name>gatescope::OptionButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
</context>
<context>
    <name>gatescope::OptionCard</name>
    <message>
        <source>, right</source>
        <translation>, richtig</translation>
    </message>
    <message>
        <source>, wrong</source>
        <translation>, falsch</translation>
    </message>
    <message>
        <source>Option %1: %2%3</source>
        <translation>Option %1: %2%3</translation>
    </message>
    <message>
        <source>Your guess.</source>
        <translation>Ihre Vermutung.</translation>
    </message>
</context>
<context>
    <name>gatescope::OptionRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>your answer, </source>
        <translation>Ihre Antwort, </translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>gatescope::OrderAnswer</name>
    <message>
        <source>First at the top. Drag, or move with Shift and the arrow keys.</source>
        <translation>Das Erste oben. Ziehen Sie, oder bewegen Sie es mit Umschalt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>To be put in order, the first at the top</source>
        <translation>In Reihenfolge zu bringen, das Erste oben</translation>
    </message>
    <message>
        <source>Shift with Up or Down moves the chosen one, a digit puts it at that place.</source>
        <translation>Umschalt mit Auf oder Ab bewegt das Gewählte, eine Ziffer setzt es an diese Stelle.</translation>
    </message>
    <message>
        <source>✓ stands at its place, ✕ does not.</source>
        <translation>✓ steht an seinem Platz, ✕ nicht.</translation>
    </message>
</context>
<context>
    <name>gatescope::Outline</name>
    <message>
        <source>← All lessons</source>
        <translation>← Alle Lektionen</translation>
    </message>
</context>
<context>
    <name>gatescope::OwnLessonsWindow</name>
    <message>
        <source>Not saved yet: one field is to be mended.</source>
        <translation>Noch nicht gespeichert: Ein Feld ist zu berichtigen.</translation>
    </message>
    <message>
        <source>Saved. Learn shows it from now on.</source>
        <translation>Gespeichert. Lernen zeigt sie von jetzt an.</translation>
    </message>
    <message>
        <source>A copy, which is not saved yet.</source>
        <translation>Eine Kopie, die noch nicht gespeichert ist.</translation>
    </message>
    <message>
        <source>My lessons</source>
        <translation>Meine Lektionen</translation>
    </message>
    <message>
        <source>&amp;Your lessons</source>
        <translation>&amp;Ihre Lektionen</translation>
    </message>
    <message>
        <source>Ctrl+S: from then on Learn shows it</source>
        <translation>Strg+S: Von da an zeigt Lernen sie</translation>
    </message>
    <message>
        <source>Unsaved lesson</source>
        <translation>Lektion nicht gespeichert</translation>
    </message>
    <message>
        <source>The lesson was changed and is not saved.</source>
        <translation>Die Lektion wurde geändert und ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Delete lesson</source>
        <translation>Lektion löschen</translation>
    </message>
    <message>
        <source>The lesson is not there any more.</source>
        <translation>Die Lektion ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Not exported yet: one field is to be mended.</source>
        <translation>Noch nicht exportiert: Ein Feld ist zu verbessern.</translation>
    </message>
    <message>
        <source>Exported as %1. Whoever gets the file takes it in here with “Import…”.</source>
        <translation>Exportiert als %1. Wer die Datei bekommt, nimmt sie hier mit „Importieren…“ auf.</translation>
    </message>
    <message>
        <source>“%1” was there already.</source>
        <translation>„%1“ war schon da.</translation>
    </message>
    <message>
        <source>“%1” was imported, and with it %2 of its questions.</source>
        <translation>„%1“ wurde importiert, und mit ihr %2 ihrer Fragen.</translation>
    </message>
    <message>
        <source>“%1” was imported. Learn shows it from now on.</source>
        <translation>„%1“ wurde importiert. Lernen zeigt sie von jetzt an.</translation>
    </message>
    <message>
        <source>Export a lesson</source>
        <translation>Eine Lektion exportieren</translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation>Lektionen (*.json)</translation>
    </message>
    <message>
        <source>Import a lesson</source>
        <translation>Eine Lektion importieren</translation>
    </message>
    <message>
        <source>Lessons (*.json);;All files (*)</source>
        <translation>Lektionen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>A lesson that somebody has handed you as a file</source>
        <translation>Eine Lektion, die Ihnen jemand als Datei gegeben hat</translation>
    </message>
    <message>
        <source>This lesson as one file to be handed out, with its network and your questions in it</source>
        <translation>Diese Lektion als eine Datei zum Verteilen, mit ihrem Netz und Ihren Fragen darin</translation>
    </message>
    <message>
        <source>Delete this lesson, and the network beside it unless another lesson is about it? This cannot be taken back.</source>
        <translation>Diese Lektion löschen, und das Netz daneben, wenn keine andere Lektion davon handelt? Das lässt sich nicht zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>gatescope::OwnNumbers</name>
    <message>
        <source>The questions of %1 have too few different numbers: some students get the same.</source>
        <translation>Die Fragen von %1 haben zu wenige verschiedene Zahlen: Einige Lernende bekommen dieselben.</translation>
    </message>
</context>
<context>
    <name>gatescope::OwnQuestionsWindow</name>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>There is no question yet that is complete.</source>
        <translation>Es gibt noch keine vollständige Frage.</translation>
    </message>
    <message>
        <source>Give the file the ending .txt for GIFT, .xml for Moodle XML, .csv or .json.</source>
        <translation>Geben Sie der Datei die Endung .txt für GIFT, .xml für Moodle-XML, .csv oder .json.</translation>
    </message>
    <message>
        <source>Exported as %1.</source>
        <translation>Als %1 exportiert.</translation>
    </message>
    <message>
        <source>Import questions</source>
        <translation>Fragen importieren</translation>
    </message>
    <message>
        <source>Questions (*.txt *.gift *.xml *.csv *.json);;All files (*)</source>
        <translation>Fragen (*.txt *.gift *.xml *.csv *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export questions</source>
        <translation>Fragen exportieren</translation>
    </message>
    <message>
        <source>Moodle XML (*.xml);;GIFT (*.txt);;CSV (*.csv);;Gatescope (*.json)</source>
        <translation>Moodle-XML (*.xml);;GIFT (*.txt);;CSV (*.csv);;Gatescope (*.json)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>I&amp;mportieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>A copy, which is not saved yet.</source>
        <translation>Eine Kopie, die noch nicht gespeichert ist.</translation>
    </message>
    <message>
        <source>Saved. The quiz asks it from now on.</source>
        <translation>Gespeichert. Das Quiz stellt sie von jetzt an.</translation>
    </message>
    <message>
        <source>My questions</source>
        <translation>Meine Fragen</translation>
    </message>
    <message>
        <source>&amp;Your questions</source>
        <translation>&amp;Ihre Fragen</translation>
    </message>
    <message>
        <source>Ctrl+S: from then on the quiz asks it</source>
        <translation>Strg+S: Von da an stellt das Quiz sie</translation>
    </message>
    <message>
        <source>Unsaved question</source>
        <translation>Nicht gespeicherte Frage</translation>
    </message>
    <message>
        <source>The question was changed and is not saved.</source>
        <translation>Die Frage wurde geändert und ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Delete question</source>
        <translation>Frage löschen</translation>
    </message>
    <message>
        <source>Delete this question? This cannot be taken back.</source>
        <translation>Diese Frage löschen? Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The question is not there any more.</source>
        <translation>Die Frage ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Imported: %1 new that can be asked, %2 new to be completed; %3 were there already, %4 were not read.</source>
        <translation>Importiert: %1 neue, die gestellt werden können, %2 neue zu vervollständigen; %3 waren schon da, %4 wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>Another question has this name.</source>
        <translation>Eine andere Frage hat diesen Namen.</translation>
    </message>
    <message>
        <source>Not saved yet. Fields to be mended: %1.</source>
        <translation>Noch nicht gespeichert. Felder, die zu berichtigen sind: %1.</translation>
    </message>
</context>
<context>
    <name>gatescope::PaddingCanvas</name>
    <message>
        <source>The batch</source>
        <translation>Der Batch</translation>
    </message>
</context>
<context>
    <name>gatescope::PaddingForm</name>
    <message>
        <source>Packed and padded</source>
        <translation>Gepackt und aufgefüllt</translation>
    </message>
    <message>
        <source>States across batches</source>
        <translation>Zustände über Batches hinweg</translation>
    </message>
    <message>
        <source>A mask by hand</source>
        <translation>Eine Maske von Hand</translation>
    </message>
    <message>
        <source>Whether the GRU has biases</source>
        <translation>Ob das GRU Bias hat</translation>
    </message>
    <message>
        <source>Another network, other numbers</source>
        <translation>Ein anderes Netz, andere Zahlen</translation>
    </message>
    <message>
        <source>length of %1</source>
        <translation>Länge von %1</translation>
    </message>
    <message>
        <source>Length of %1</source>
        <translation>Länge von %1</translation>
    </message>
    <message>
        <source>more zeros</source>
        <translation>mehr Nullen</translation>
    </message>
    <message>
        <source>More zeros than the longest sequence asks for</source>
        <translation>Mehr Nullen, als die längste Folge verlangt</translation>
    </message>
    <message>
        <source>zeros after (right)</source>
        <translation>Nullen danach (rechts)</translation>
    </message>
    <message>
        <source>zeros before (left)</source>
        <translation>Nullen davor (links)</translation>
    </message>
    <message>
        <source>Where the zeros stand</source>
        <translation>Wo die Nullen stehen</translation>
    </message>
    <message>
        <source>A second direction reads from the end</source>
        <translation>Eine zweite Richtung liest vom Ende</translation>
    </message>
    <message>
        <source>PyTorch&apos;s pack_padded_sequence then takes falling lengths alone</source>
        <translation>PyTorchs pack_padded_sequence nimmt dann nur fallende Längen</translation>
    </message>
    <message>
        <source>The same order goes on</source>
        <translation>Dieselbe Reihenfolge</translation>
    </message>
    <message>
        <source>The order changes</source>
        <translation>Die Reihenfolge ändert sich</translation>
    </message>
    <message>
        <source>The state is reset</source>
        <translation>Der Zustand beginnt neu</translation>
    </message>
    <message>
        <source>Other sequences, not reset</source>
        <translation>Andere Folgen, nicht neu</translation>
    </message>
    <message>
        <source>h.detach() between the batches</source>
        <translation>h.detach() zwischen den Batches</translation>
    </message>
    <message>
        <source>Click or drag over steps, or move with the arrows and press Space: what is hatched is masked.</source>
        <translation>Klicken oder ziehen Sie über Schritte, oder gehen Sie mit den Pfeilen und drücken Sie die Leertaste: Schraffiertes ist maskiert.</translation>
    </message>
    <message>
        <source>Pad on the right</source>
        <translation>Rechts auffüllen</translation>
    </message>
    <message>
        <source>Pad on the left</source>
        <translation>Links auffüllen</translation>
    </message>
    <message>
        <source>Read every step</source>
        <translation>Jeden Schritt lesen</translation>
    </message>
</context>
<context>
    <name>gatescope::PagePreview</name>
    <message>
        <source>&amp;Earlier page</source>
        <translation>V&amp;orige Seite</translation>
    </message>
    <message>
        <source>Ne&amp;xt page</source>
        <translation>Näc&amp;hste Seite</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Die Seiten</translation>
    </message>
    <message>
        <source>Page %1 of %2: %3</source>
        <translation>Seite %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>gatescope::Parity</name>
    <message>
        <source>guessing</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>the bit just read</source>
        <translation>das eben gelesene Bit</translation>
    </message>
</context>
<context>
    <name>gatescope::PartSegments</name>
    <message>
        <source>Part %1: %2</source>
        <translation>Teil %1: %2</translation>
    </message>
    <message>
        <source>Go to part %1, %2</source>
        <translation>Gehe zu Teil %1, %2</translation>
    </message>
</context>
<context>
    <name>gatescope::PassSwitch</name>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>Vorwärtslauf</translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation>Rückwärtslauf</translation>
    </message>
    <message>
        <source>Forward pass: from the input to the output (B)</source>
        <translation>Vorwärtslauf: von der Eingabe zur Ausgabe (B)</translation>
    </message>
    <message>
        <source>Backward pass: the gradient of the watched loss, from the end to the beginning (B)</source>
        <translation>Rückwärtslauf: der Gradient des beobachteten Verlusts, vom Ende zum Anfang (B)</translation>
    </message>
</context>
<context>
    <name>gatescope::PathPlot</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>path of h along its two main directions</source>
        <translation>Weg von h, zwei Hauptrichtungen</translation>
    </message>
    <message>
        <source>path of h, %1 % of its spread</source>
        <translation>Weg von h, %1 % seiner Streuung</translation>
    </message>
    <message>
        <source>step %1: (%2, %3)</source>
        <translation>Schritt %1: (%2, %3)</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>component 1</source>
        <translation>Komponente 1</translation>
    </message>
    <message>
        <source>component 2</source>
        <translation>Komponente 2</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>The state&apos;s path along two directions that show %1 % of its spread.</source>
        <translation>Der Weg des Zustands entlang zweier Richtungen, die %1 % seiner Streuung zeigen.</translation>
    </message>
    <message>
        <source>path of h</source>
        <translation>Weg von h</translation>
    </message>
    <message>
        <source>h, %1 % of its spread</source>
        <translation>h, %1 % der Streuung</translation>
    </message>
</context>
<context>
    <name>gatescope::PhoneAnswers</name>
    <message>
        <source>Nothing is typed here; choose an answer.</source>
        <translation>Hier wird nichts eingegeben; wählen Sie eine Antwort.</translation>
    </message>
    <message>
        <source>That is too long for a number.</source>
        <translation>Das ist zu lang für eine Zahl.</translation>
    </message>
    <message>
        <source>There is no such answer.</source>
        <translation>Eine solche Antwort gibt es nicht.</translation>
    </message>
    <message>
        <source>One answer is asked for.</source>
        <translation>Gefragt ist eine einzige Antwort.</translation>
    </message>
</context>
<context>
    <name>gatescope::PhoneList</name>
    <message>
        <source>taken out</source>
        <translation>herausgenommen</translation>
    </message>
    <message>
        <source>here</source>
        <translation>da</translation>
    </message>
    <message>
        <source>away</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Handys</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Handy</translation>
    </message>
    <message>
        <source>F2 or a double click renames</source>
        <translation>F2 oder ein Doppelklick benennt um</translation>
    </message>
    <message>
        <source>Let in &amp;again</source>
        <translation>&amp;Wieder einlassen</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
    <message>
        <source>A phone that is taken out cannot come back, and its answer to this question is forgotten</source>
        <translation>Ein herausgenommenes Handy kann nicht zurück, und seine Antwort auf diese Frage ist vergessen</translation>
    </message>
    <message>
        <source>A name needs a letter and no phone may have it already.</source>
        <translation>Ein Name braucht einen Buchstaben, und kein anderes Handy darf ihn schon haben.</translation>
    </message>
</context>
<context>
    <name>gatescope::PhoneShow</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>Frage %1 von %2</translation>
    </message>
    <message>
        <source>That was all. Answered: %1, right: %2.</source>
        <translation>Das war alles. Beantwortet: %1, richtig: %2.</translation>
    </message>
</context>
<context>
    <name>gatescope::PhonesDialog</name>
    <message>
        <source>Nobody gets through? Phones and computer have to be in the same network. Many a school&apos;s Wi-Fi keeps its devices apart (“client isolation”), a guest network nearly always: then open a hotspot on this computer or on a phone and bring both into it. Let TCP port %1 through the computer&apos;s firewall. Type the address with http:// before it.</source>
        <translation>Es kommt niemand durch? Handys und Rechner müssen im selben Netz sein. Manches Schul-WLAN trennt seine Geräte voneinander („Client Isolation“), ein Gastnetz fast immer: Öffnen Sie dann auf diesem Rechner oder einem Handy einen Hotspot und bringen Sie beide hinein. Lassen Sie TCP-Port %1 durch die Firewall dieses Rechners. Tippen Sie die Adresse mit http:// davor.</translation>
    </message>
    <message>
        <source>Phones get ni&amp;cknames</source>
        <translation>Handys bekommen &amp;Spitznamen</translation>
    </message>
    <message>
        <source>N&amp;obody else may join</source>
        <translation>Niemand &amp;sonst darf dazukommen</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Handys</translation>
    </message>
    <message>
        <source>Address for the phones</source>
        <translation>Adresse für die Handys</translation>
    </message>
    <message>
        <source>Otherwise each phone asks for a name, which the whole class may come to see</source>
        <translation>Sonst fragt jedes Handy nach einem Namen, den die ganze Klasse zu sehen bekommen kann</translation>
    </message>
    <message>
        <source>Who has joined may still go and come back</source>
        <translation>Wer dabei ist, kann weiterhin gehen und wiederkommen</translation>
    </message>
    <message>
        <source>No phone can join yet.</source>
        <translation>Noch kann kein Handy dazukommen.</translation>
    </message>
    <message>
        <source>Nobody has joined yet.</source>
        <translation>Noch ist niemand dabei.</translation>
    </message>
    <message>
        <source>Phones here: %1</source>
        <translation>Handys da: %1</translation>
    </message>
    <message>
        <source>Phones here: %1, away: %2</source>
        <translation>Handys da: %1, weg: %2</translation>
    </message>
    <message>
        <source>Nobody has joined yet; page fetched: %1</source>
        <translation>Noch ist niemand dabei; Seite abgerufen: %1</translation>
    </message>
    <message>
        <source>Here the address will stand</source>
        <translation>Hier wird die Adresse stehen</translation>
    </message>
    <message>
        <source>Phones and this computer talk in plain HTTP, so whoever is in the same network could read along. Nothing but a nickname and the answers travels; nothing is kept when you stop. Raised hands are added to the phones&apos; answers: count those of who has no phone.</source>
        <translation>Handys und dieser Rechner sprechen unverschlüsseltes HTTP: Wer im selben Netz ist, könnte mitlesen. Unterwegs sind nur ein Spitzname und die Antworten; wenn Sie beenden, bleibt nichts gespeichert. Gehobene Hände kommen zu den Antworten der Handys hinzu: Zählen Sie die derer ohne Handy.</translation>
    </message>
</context>
<context>
    <name>gatescope::PickleMachine</name>
    <message>
        <source>The pickle ends too early: from byte %1 on it needs %2 more, and there are %3.</source>
        <translation>Die Pickle-Datei endet zu früh: Ab Byte %1 braucht sie %2 weitere, und es sind %3.</translation>
    </message>
    <message>
        <source>The pickle holds more than %1 values.</source>
        <translation>Die Pickle-Datei enthält mehr als %1 Werte.</translation>
    </message>
    <message>
        <source>The pickle takes a value before byte %1 that it has not put down.</source>
        <translation>Die Pickle-Datei nimmt vor Byte %1 einen Wert, den sie nicht abgelegt hat.</translation>
    </message>
    <message>
        <source>The pickle recalls a value before byte %1 that it has not put down.</source>
        <translation>Die Pickle-Datei ruft vor Byte %1 einen Wert ab, den sie nicht abgelegt hat.</translation>
    </message>
    <message>
        <source>The pickle adds to something before byte %1 that is no list.</source>
        <translation>Die Pickle-Datei fügt vor Byte %1 etwas an, was keine Liste ist.</translation>
    </message>
    <message>
        <source>The pickle sets entries before byte %1 of something that is no dict.</source>
        <translation>Die Pickle-Datei setzt vor Byte %1 Einträge von etwas, was kein dict ist.</translation>
    </message>
</context>
<context>
    <name>gatescope::PictureExport</name>
    <message>
        <source>The animation is saved as %1.</source>
        <translation>Die Animation ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The picture is saved as %1.</source>
        <translation>Das Bild ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Copied as a picture of %1 × %2 pixels: paste it into a slide or a document.</source>
        <translation>Als Bild mit %1 × %2 Pixeln kopiert: Fügen Sie es in eine Folie oder ein Dokument ein.</translation>
    </message>
</context>
<context>
    <name>gatescope::PinReader</name>
    <message>
        <source>%1.%2 is %3, expected %4.</source>
        <translation>%1.%2 ist %3, erwartet wird %4.</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>&quot;forward&quot; or &quot;backward&quot;</source>
        <translation>&quot;forward&quot; oder &quot;backward&quot;</translation>
    </message>
    <message>
        <source>the key of a part in a trace, like &quot;update&quot; or &quot;state&quot;</source>
        <translation>der Schlüssel eines Teils in einer Aufzeichnung, wie &quot;update&quot; oder &quot;state&quot;</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
</context>
<context>
    <name>gatescope::PitfallLab</name>
    <message>
        <source>What the lines are for</source>
        <translation>Wofür die Zeilen sind</translation>
    </message>
    <message>
        <source>What one sees: %1</source>
        <translation>Was man sieht: %1</translation>
    </message>
    <message>
        <source>What is printed: %1</source>
        <translation>Was ausgegeben wird: %1</translation>
    </message>
    <message>
        <source>Mended: %1</source>
        <translation>Berichtigt: %1</translation>
    </message>
    <message>
        <source>Looked at: %1</source>
        <translation>Angesehen: %1</translation>
    </message>
    <message>
        <source>What the message means: %1</source>
        <translation>Was die Meldung bedeutet: %1</translation>
    </message>
    <message>
        <source>Lesson %1: %2</source>
        <translation>Lektion %1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::PlaceFields</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>Durchgang</translation>
    </message>
    <message>
        <source>shows</source>
        <translation>zeigt</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>forwards</source>
        <translation>vorwärts</translation>
    </message>
    <message>
        <source>backwards</source>
        <translation>rückwärts</translation>
    </message>
    <message>
        <source>what the part asks for</source>
        <translation>was der Teil braucht</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>das Netz</translation>
    </message>
    <message>
        <source>a cell</source>
        <translation>eine Zelle</translation>
    </message>
    <message>
        <source>a unit</source>
        <translation>eine Einheit</translation>
    </message>
    <message>
        <source>the whole step</source>
        <translation>der ganze Schritt</translation>
    </message>
</context>
<context>
    <name>gatescope::PlayedStage</name>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>This network could not be computed.</source>
        <translation>Dieses Netz ließ sich nicht berechnen.</translation>
    </message>
</context>
<context>
    <name>gatescope::Plot</name>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>gatescope::PointedAnswer</name>
    <message>
        <source>You point at</source>
        <translation>Sie zeigen auf</translation>
    </message>
    <message>
        <source>Click on it, or use the arrow keys or its number, then press Enter.</source>
        <translation>Klicken Sie darauf, oder nehmen Sie die Pfeiltasten oder die Nummer, und drücken Sie Enter.</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>You point at %1</source>
        <translation>Sie zeigen auf %1</translation>
    </message>
    <message>
        <source>Point at something first: click on it, or use the arrow keys.</source>
        <translation>Zeigen Sie erst auf etwas: Klicken Sie darauf, oder nehmen Sie die Pfeiltasten.</translation>
    </message>
</context>
<context>
    <name>gatescope::PredictionBar</name>
    <message>
        <source>Count hands</source>
        <translation>Hände zählen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Type how many raised their hand for each answer</source>
        <translation>Tippen Sie, wie viele sich bei jeder Antwort gemeldet haben</translation>
    </message>
    <message>
        <source>Hands for answer %1</source>
        <translation>Hände für Antwort %1</translation>
    </message>
    <message>
        <source>Show, hands: %1</source>
        <translation>Zeigen, Hände: %1</translation>
    </message>
    <message>
        <source>%1 of %2 answers were right so far.</source>
        <translation>%1 von %2 Antworten waren bisher richtig.</translation>
    </message>
    <message>
        <source>Predict first: Space asks for the next value. %1</source>
        <translation>Erst vorhersagen: Die Leertaste fragt nach dem nächsten Wert. %1</translation>
    </message>
    <message>
        <source>Phones of the class</source>
        <translation>Handys der Klasse</translation>
    </message>
    <message>
        <source>A class answers from its phones; they are counted however the answer is shown</source>
        <translation>Eine Klasse antwortet mit ihren Handys; sie zählen, wie auch immer die Antwort gezeigt wird</translation>
    </message>
    <message>
        <source>Phones…</source>
        <translation>Handys…</translation>
    </message>
    <message>
        <source>Phones: %1 of %2</source>
        <translation>Handys: %1 von %2</translation>
    </message>
    <message>
        <source>Phones: %1</source>
        <translation>Handys: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::Presenter</name>
    <message>
        <source>Black screen; any key shows the stage again</source>
        <translation>Schwarzer Bildschirm; jede Taste zeigt die Bühne wieder</translation>
    </message>
    <message>
        <source>The second screen shows what to say.</source>
        <translation>Der zweite Bildschirm zeigt, was zu sagen ist.</translation>
    </message>
    <message>
        <source>There is one screen: the notes, which would stand on a second one, are left out.</source>
        <translation>Es gibt einen Bildschirm: Die Notizen, die auf einem zweiten stünden, entfallen.</translation>
    </message>
</context>
<context>
    <name>gatescope::PresenterBoard</name>
    <message>
        <source>Old state, unit %1</source>
        <translation>Alter Zustand, Einheit %1</translation>
    </message>
</context>
<context>
    <name>gatescope::PresenterStrip</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>next part</source>
        <translation>nächster Teil</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>Spotlicht</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>show keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::ProductsView</name>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
</context>
<context>
    <name>gatescope::Progress</name>
    <message>
        <source>&quot;gatescope-progress&quot;</source>
        <translation>&quot;gatescope-progress&quot;</translation>
    </message>
    <message>
        <source>easy, medium or hard</source>
        <translation>easy, medium oder hard</translation>
    </message>
    <message>
        <source>a kind of question</source>
        <translation>eine Art von Frage</translation>
    </message>
</context>
<context>
    <name>gatescope::ProgressPage</name>
    <message>
        <source>Progress by topic</source>
        <translation>Fortschritt nach Themen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Forget every answer</source>
        <translation>Alle Antworten vergessen</translation>
    </message>
    <message>
        <source>As a guest: it is forgotten when the program ends.</source>
        <translation>Als Gast: Es ist vergessen, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>%1, kept on this computer.</source>
        <translation>%1, bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>comes again</source>
        <translation>kommt wieder</translation>
    </message>
    <message>
        <source>%1, later</source>
        <translation>%1, später</translation>
    </message>
    <message>
        <source>%1, now: %2</source>
        <translation>%1, jetzt: %2</translation>
    </message>
    <message>
        <source>Erase progress</source>
        <translation>Fortschritt löschen</translation>
    </message>
    <message>
        <source>Forget all answers of this guest?</source>
        <translation>Alle Antworten dieses Gastes vergessen?</translation>
    </message>
    <message>
        <source>Forget all answers and lessons of %1? This cannot be taken back.</source>
        <translation>Alle Antworten und Lektionen von %1 vergessen? Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>The table for a spreadsheet</source>
        <translation>Die Tabelle für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Save results</source>
        <translation>Ergebnisse speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 Answers so far: %2. Longest challenge: %3 in a row.</source>
        <translation>%1 Antworten bisher: %2. Längste Herausforderung: %3 hintereinander.</translation>
    </message>
    <message>
        <source>%1, with other numbers</source>
        <translation>%1, mit anderen Zahlen</translation>
    </message>
    <message>
        <source>missed, comes now: %1</source>
        <translation>falsch gewesen, kommt jetzt: %1</translation>
    </message>
    <message>
        <source>missed, comes later: %1</source>
        <translation>falsch gewesen, kommt später: %1</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>gewusst: %1</translation>
    </message>
    <message>
        <source>Recall has nothing to ask yet: it asks what was answered before.</source>
        <translation>„Erinnern“ hat noch nichts zu fragen: Es fragt, was schon beantwortet wurde.</translation>
    </message>
    <message>
        <source>Recall draws from these, what was missed first (%1):</source>
        <translation>„Erinnern“ fragt daraus, Verfehltes zuerst (%1):</translation>
    </message>
</context>
<context>
    <name>gatescope::QrPicture</name>
    <message>
        <source>QR code of the address</source>
        <translation>QR-Code der Adresse</translation>
    </message>
</context>
<context>
    <name>gatescope::QuestionForm</name>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>what it says</source>
        <translation>was sie sagt</translation>
    </message>
    <message>
        <source>why it is wrong</source>
        <translation>warum es falsch ist</translation>
    </message>
    <message>
        <source>Option %1</source>
        <translation>Option %1</translation>
    </message>
    <message>
        <source>a wrong answer that people give</source>
        <translation>eine falsche Antwort, die gegeben wird</translation>
    </message>
    <message>
        <source>Mistake %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Frage</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>&amp;Right answer</source>
        <translation>&amp;Richtige Antwort</translation>
    </message>
    <message>
        <source>&amp;Plus or minus</source>
        <translation>&amp;Plus oder minus</translation>
    </message>
    <message>
        <source>&amp;Mistakes</source>
        <translation>F&amp;ehler</translation>
    </message>
    <message>
        <source>&amp;Hint</source>
        <translation>&amp;Hinweis</translation>
    </message>
    <message>
        <source>Sol&amp;ution</source>
        <translation>Lösun&amp;g</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>L&amp;esson</source>
        <translation>Le&amp;ktion</translation>
    </message>
    <message>
        <source>How h&amp;ard</source>
        <translation>Wie sch&amp;wer</translation>
    </message>
    <message>
        <source>From which &amp;book</source>
        <translation>Aus welcher &amp;Quelle</translation>
    </message>
    <message>
        <source>Name in the &amp;file</source>
        <translation>Name in der &amp;Datei</translation>
    </message>
    <message>
        <source>A line for each step; the last one says the answer.</source>
        <translation>Eine Zeile für jeden Schritt; die letzte sagt die Antwort.</translation>
    </message>
    <message>
        <source>made of the question when left empty</source>
        <translation>aus der Frage gebildet, wenn leer</translation>
    </message>
    <message>
        <source>0: exactly this number</source>
        <translation>0: genau diese Zahl</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatescope::QuestionStage</name>
    <message>
        <source>The network in question</source>
        <translation>Das Netz der Frage</translation>
    </message>
</context>
<context>
    <name>gatescope::QuestionView</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Once more, please.</source>
        <translation>Bitte noch einmal.</translation>
    </message>
    <message>
        <source>✓ Right.</source>
        <translation>✓ Richtig.</translation>
    </message>
    <message>
        <source>✕ Not this time.</source>
        <translation>✕ Diesmal nicht.</translation>
    </message>
    <message>
        <source>Answer in your own words first. Then Enter shows the options.</source>
        <translation>Antworten Sie zuerst in eigenen Worten. Dann zeigt Enter die Optionen.</translation>
    </message>
</context>
<context>
    <name>gatescope::QuizPlace</name>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>The network on the screen</source>
        <translation>Das Netz auf dem Bildschirm</translation>
    </message>
    <message>
        <source>questions with numbers from networks that ran, and written ones</source>
        <translation>Fragen mit Zahlen aus Netzen, die gelaufen sind, und geschriebene</translation>
    </message>
    <message>
        <source>question %1 of %2</source>
        <translation>Frage %1 von %2</translation>
    </message>
</context>
<context>
    <name>gatescope::QuizRound</name>
    <message>
        <source>The network on the screen has no run yet.</source>
        <translation>Das Netz auf dem Bildschirm ist noch nicht gelaufen.</translation>
    </message>
</context>
<context>
    <name>gatescope::QuizStart</name>
    <message>
        <source>What do you want to be asked?</source>
        <translation>Was möchten Sie gefragt werden?</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Ask a class</source>
        <translation>Eine Klasse fragen</translation>
    </message>
    <message>
        <source>Go on with the class</source>
        <translation>Mit der Klasse weiter</translation>
    </message>
    <message>
        <source>Progress by topic</source>
        <translation>Fortschritt nach Themen</translation>
    </message>
    <message>
        <source>Begin a quiz</source>
        <translation>Ein Quiz beginnen</translation>
    </message>
    <message>
        <source>Questions with numbers from networks that really ran, and written ones.</source>
        <translation>Fragen mit Zahlen aus Netzen, die wirklich gelaufen sind, und geschriebene.</translation>
    </message>
    <message>
        <source>a ladder, from where you stand</source>
        <translation>eine Leiter, ab Ihrem Stand</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>so lange es dauert</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>Then the clock counts down and stops at 0:00; hands are counted until the answer is shown</source>
        <translation>Dann zählt die Uhr rückwärts und hält bei 0:00; Hände werden gezählt, bis die Antwort gezeigt wird</translation>
    </message>
    <message>
        <source>The same number gives the same questions, also on another computer; a ladder follows what its learner answered as well</source>
        <translation>Dieselbe Zahl ergibt dieselben Fragen, auch auf einem anderen Computer; eine Leiter richtet sich außerdem danach, was bisher beantwortet wurde</translation>
    </message>
    <message>
        <source>Start (Enter)</source>
        <translation>Los (Enter)</translation>
    </message>
    <message>
        <source>Large, with a clock and a count of raised hands</source>
        <translation>Groß, mit einer Uhr und einer Zählung gehobener Hände</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>How hard</source>
        <translation>Wie schwer</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>A class has</source>
        <translation>Eine Klasse hat</translation>
    </message>
    <message>
        <source>Back to its question, with the hands that were counted</source>
        <translation>Zurück zu ihrer Frage, mit den gezählten Händen</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>chapter %1: %2</source>
        <translation>Kapitel %1: %2</translation>
    </message>
    <message>
        <source>the network on the screen</source>
        <translation>das Netz auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Questions and lessons that could not be read: %1; the others are here. %2</source>
        <translation>Fragen und Lektionen, die sich nicht lesen ließen: %1; die anderen sind da. %2</translation>
    </message>
    <message>
        <source>the network on the screen: %1</source>
        <translation>das Netz auf dem Bildschirm: %1</translation>
    </message>
    <message>
        <source>Worksheet…</source>
        <translation>Arbeitsblatt…</translation>
    </message>
    <message>
        <source>My questions…</source>
        <translation>Meine Fragen…</translation>
    </message>
    <message>
        <source>Sheets to print, for each student with other numbers, and the key</source>
        <translation>Blätter zum Drucken, für alle Lernenden mit anderen Zahlen, und der Schlüssel</translation>
    </message>
    <message>
        <source>Write questions of your own, import and export them</source>
        <translation>Eigene Fragen schreiben, importieren und exportieren</translation>
    </message>
    <message>
        <source>my own questions</source>
        <translation>meine eigenen Fragen</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>quiz: with hints, from easy to hard</source>
        <translation>Quiz: mit Hinweisen, von leicht bis schwer</translation>
    </message>
    <message>
        <source>recall: what you were asked before</source>
        <translation>Erinnern: was Sie schon gefragt wurden</translation>
    </message>
    <message>
        <source>challenge: hard, no hints, one mistake</source>
        <translation>Herausforderung: schwer, ohne Hinweise, ein Fehler</translation>
    </message>
    <message>
        <source>Who is in the class: for worksheets, and to see how many hands are counted</source>
        <translation>Wer in der Klasse ist: für Arbeitsblätter, und um zu sehen, wie viele Hände gezählt sind</translation>
    </message>
    <message>
        <source>What you, or most of a class, missed comes first, and the options once an answer is thought of</source>
        <translation>Was Sie oder die meisten einer Klasse nicht wussten, kommt zuerst; die Optionen erst, wenn man an eine Antwort gedacht hat</translation>
    </message>
    <message>
        <source>How many are right in a row? The longest run is kept; of a class most hands count</source>
        <translation>Wie viele sind hintereinander richtig? Die längste Folge wird aufbewahrt; bei einer Klasse zählen die meisten Hände</translation>
    </message>
    <message>
        <source>How you are asked, and how a class is</source>
        <translation>Wie Sie gefragt werden, und wie eine Klasse</translation>
    </message>
    <message>
        <source>Result of the class</source>
        <translation>Ergebnis der Klasse</translation>
    </message>
    <message>
        <source>How the last quiz of the class went, question by question</source>
        <translation>Wie das letzte Quiz der Klasse lief, Frage für Frage</translation>
    </message>
    <message>
        <source>Names: %1…</source>
        <translation>Namen: %1…</translation>
    </message>
    <message>
        <source>Names…</source>
        <translation>Namen…</translation>
    </message>
    <message>
        <source>Names of the class</source>
        <translation>Namen der Klasse</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>With a class</source>
        <translation>Mit einer Klasse</translation>
    </message>
    <message>
        <source>Nothing was answered yet: the ladder begins with what is easy.</source>
        <translation>Noch ist nichts beantwortet: Die Leiter beginnt mit dem, was leicht ist.</translation>
    </message>
    <message>
        <source>Answers so far: %1, right: %2, to come again now: %3.</source>
        <translation>Antworten bisher: %1, richtig: %2, jetzt wieder dran: %3.</translation>
    </message>
    <message>
        <source>A class answers from its phones: they join by a QR code or an address (P)</source>
        <translation>Eine Klasse antwortet mit ihren Handys: Sie kommen über einen QR-Code oder eine Adresse dazu (P)</translation>
    </message>
    <message>
        <source>Phones: %1…</source>
        <translation>Handys: %1…</translation>
    </message>
    <message>
        <source>Phones…</source>
        <translation>Handys…</translation>
    </message>
    <message>
        <source>Phones of the class</source>
        <translation>Handys der Klasse</translation>
    </message>
</context>
<context>
    <name>gatescope::RacePicker</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, begun %2</source>
        <translation>%1, begonnen %2</translation>
    </message>
</context>
<context>
    <name>gatescope::RacePlot</name>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Held-out data</source>
        <translation>Zurückgehaltene Daten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>counts as solved below %1</source>
        <translation>gilt als gelöst unter %1</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>update %1, median: %2</source>
        <translation>Update %1, Median: %2</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>%1: median loss %2 at update %3</source>
        <translation>%1: Median des Verlusts %2 bei Update %3</translation>
    </message>
    <message>
        <source>No race has been run.</source>
        <translation>Noch ist kein Rennen gelaufen.</translation>
    </message>
    <message>
        <source>loss · thin: each seed, thick: the median, dot: solved</source>
        <translation>Verlust · dünn: jeder Startwert, dick: der Median, Punkt: gelöst</translation>
    </message>
    <message>
        <source>loss of held-out data over updates</source>
        <translation>Verlust zurückgehaltener Daten über Updates</translation>
    </message>
    <message>
        <source>loss over updates: every seed thin, the median thick; a dot where a run has solved the task</source>
        <translation>Verlust über Updates: Startwerte dünn, Median dick; ein Punkt: Aufgabe gelöst</translation>
    </message>
    <message>
        <source>loss over updates · thin: each seed, thick: the median, dot: solved, %1</source>
        <translation>Verlust über Updates · dünn: je Startwert, dick: Median, Punkt: gelöst, %1</translation>
    </message>
    <message>
        <source>loss · thick: median, dot: solved, %1</source>
        <translation>Verlust · dick: Median, Punkt: gelöst, %1</translation>
    </message>
    <message>
        <source>loss of held-out data over updates: where a curve turns up, the network learns by heart</source>
        <translation>Verlust auf zurückgehaltenen Daten: Wo eine Kurve steigt, lernt das Netz auswendig</translation>
    </message>
</context>
<context>
    <name>gatescope::RaceStrip</name>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Race of cells</source>
        <translation>Rennen von Zellen</translation>
    </message>
    <message>
        <source>Sweep over units</source>
        <translation>Reihe über Einheiten</translation>
    </message>
    <message>
        <source>Sweep over layers</source>
        <translation>Reihe über Schichten</translation>
    </message>
    <message>
        <source>A race lets networks learn the same; a sweep lets one network learn in many sizes, to see under- and overfitting</source>
        <translation>Ein Rennen lässt Netze dasselbe lernen; eine Reihe lässt ein Netz in vielen Größen lernen, um Unter- und Überanpassung zu sehen</translation>
    </message>
    <message>
        <source>equal parameters</source>
        <translation>gleiche Parameter</translation>
    </message>
    <message>
        <source>equal units</source>
        <translation>gleiche Einheiten</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 Startwerte</translation>
    </message>
    <message>
        <source>Add a network…</source>
        <translation>Ein Netz hinzufügen…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>What is run</source>
        <translation>Was läuft</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Fair by</source>
        <translation>Gerecht durch</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>gatescope::RaceTable</name>
    <message>
        <source>%1 at best</source>
        <translation>bestenfalls %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>ms each update</source>
        <translation>ms je Update</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>solved at</source>
        <translation>gelöst bei</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>ms each</source>
        <translation>ms je</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Updates needed, 0 to %1</source>
        <translation>Nötige Updates, 0 bis %1</translation>
    </message>
    <message>
        <source>median, range</source>
        <translation>Median, Spanne</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Verlust im Training</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>Verlust, zurückgehalten</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Verl. Training</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>Held-out loss of each run, %1 to %2, log scale</source>
        <translation>Verlust zurückgehalten je Lauf, %1 bis %2, logarithmisch</translation>
    </message>
</context>
<context>
    <name>gatescope::Races</name>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>%1 · lr %2 · %3 seeds</source>
        <translation>%1 · lr %2 · %3 Startwerte</translation>
    </message>
    <message>
        <source>A race is laid over another one.</source>
        <translation>Ein Rennen liegt über einem anderen.</translation>
    </message>
    <message>
        <source>This race is going on: stop it first.</source>
        <translation>Dieses Rennen läuft noch: Halten Sie es erst an.</translation>
    </message>
    <message>
        <source>A race is not written yet, which is tried again every half minute: %1</source>
        <translation>Ein Rennen ist noch nicht geschrieben, das wird alle halbe Minute neu versucht: %1</translation>
    </message>
    <message>
        <source>Some races are not written yet, which is tried again every half minute: %1</source>
        <translation>Einige Rennen sind noch nicht geschrieben, das wird alle halbe Minute neu versucht: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::RacesDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Lay over</source>
        <translation>Darüberlegen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Races</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Best median</source>
        <translation>Bester Median</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Draws the curves of the marked race over those of the one that is shown</source>
        <translation>Zeichnet die Kurven des markierten Rennens über die des gezeigten</translation>
    </message>
    <message>
        <source>F2 edits the name where it stands</source>
        <translation>F2 ändert den Namen an Ort und Stelle</translation>
    </message>
    <message>
        <source>&amp;Sorted by</source>
        <translation>&amp;Sortiert nach</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Erase the race “%1”?</source>
        <translation>Das Rennen „%1“ löschen?</translation>
    </message>
    <message>
        <source>Kept on this computer, with what you have learned.</source>
        <translation>Auf diesem Computer aufgehoben, mit dem, was Sie gelernt haben.</translation>
    </message>
    <message>
        <source>A guest&apos;s races are forgotten when the program ends or a name is chosen. Those that run under a name, which is chosen in Learn, are kept.</source>
        <translation>Rennen eines Gastes sind vergessen, wenn das Programm endet oder ein Name gewählt wird. Die unter einem Namen, gewählt in „Lernen“, bleiben.</translation>
    </message>
</context>
<context>
    <name>gatescope::ReachPlot</name>
    <message>
        <source>Gradient reach</source>
        <translation>Reichweite des Gradienten</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>%1 after</source>
        <translation>%1 nachher</translation>
    </message>
    <message>
        <source>steps back</source>
        <translation>Schritte zurück</translation>
    </message>
    <message>
        <source>%1 steps back, before: %2</source>
        <translation>%1 Schritte zurück, vorher: %2</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>%1 before learning: ten to the power of %2 over %3 steps</source>
        <translation>%1 vor dem Lernen: zehn hoch %2 über %3 Schritte</translation>
    </message>
    <message>
        <source>log₁₀ of |∂L/∂h| (LSTM: |∂L/∂c|) against the last step&apos;s · thick: after, thin: before</source>
        <translation>log₁₀ von |∂L/∂h| (LSTM: |∂L/∂c|) gegen den letzten Schritt · dick: danach, dünn: davor</translation>
    </message>
    <message>
        <source>log₁₀ |∂L/∂h| against the last step&apos;s · thick: after</source>
        <translation>log₁₀ |∂L/∂h| gegen den letzten Schritt · dick: danach</translation>
    </message>
    <message>
        <source>log10 before, against the last step</source>
        <translation>log10 vorher, gegen den letzten Schritt</translation>
    </message>
    <message>
        <source>log10 after, against the last step</source>
        <translation>log10 nachher, gegen den letzten Schritt</translation>
    </message>
</context>
<context>
    <name>gatescope::Reader</name>
    <message>
        <source>The HDF5 file has more than %1 objects, or is nested more than %2 deep.</source>
        <translation>Die HDF5-Datei hat mehr als %1 Objekte oder ist tiefer als %2 Stufen verschachtelt.</translation>
    </message>
    <message>
        <source>%1 is a link to another place or file, which is not followed.</source>
        <translation>%1 ist ein Verweis auf eine andere Stelle oder Datei; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 holds numbers of a kind that is not read; expected float32, float64 or float16.</source>
        <translation>%1 enthält Zahlen einer Art, die nicht gelesen wird; erwartet wird float32, float64 oder float16.</translation>
    </message>
    <message>
        <source>%1 is said to have the shape %2, for which the file has too few bytes.</source>
        <translation>%1 soll die Form %2 haben, wofür die Datei zu wenige Bytes hat.</translation>
    </message>
</context>
<context>
    <name>gatescope::ReadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop reading the file</source>
        <translation>Das Lesen der Datei abbrechen</translation>
    </message>
    <message>
        <source>Reading %1. Esc cancels.</source>
        <translation>%1 wird gelesen. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Reading %1: %2 s so far. Esc cancels.</source>
        <translation>%1 wird gelesen: bisher %2 s. Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>gatescope::RecentFiles</name>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>gatescope::ReferenceBackend</name>
    <message>
        <source>A network with a decoder is run by halves: evaluate it against the sequence that it should write.</source>
        <translation>Ein Netz mit Decoder läuft in Hälften: Werten Sie es an der Folge aus, die es schreiben soll.</translation>
    </message>
    <message>
        <source>This record holds single precision: propagate it back with the backend that made it.</source>
        <translation>Diese Aufzeichnung hat einfache Genauigkeit: Führen Sie sie mit dem Backend zurück, das sie machte.</translation>
    </message>
    <message>
        <source>The gradient of %1 is not finite. Use smaller weights, or a shorter sequence.</source>
        <translation>Der Gradient von %1 ist nicht endlich. Nehmen Sie kleinere Gewichte oder eine kürzere Folge.</translation>
    </message>
    <message>
        <source>The gradient of x at step %1 is not finite. Use smaller weights, or a shorter sequence.</source>
        <translation>Der Gradient von x an Schritt %1 ist nicht endlich. Nehmen Sie kleinere Gewichte oder eine kürzere Folge.</translation>
    </message>
</context>
<context>
    <name>gatescope::ReferenceTraining</name>
    <message>
        <source>The gradient is too large for a number to hold its norm. Use a smaller learning rate or a shorter sequence.</source>
        <translation>Der Gradient ist zu groß, als dass eine Zahl seine Norm fassen könnte. Nehmen Sie eine kleinere Lernrate oder eine kürzere Folge.</translation>
    </message>
    <message>
        <source>%1 would no longer be finite. Use a smaller learning rate.</source>
        <translation>%1 wäre nicht mehr endlich. Nehmen Sie eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>The loss is not finite. Use smaller weights or targets.</source>
        <translation>Der Verlust ist nicht endlich. Nehmen Sie kleinere Gewichte oder Zielwerte.</translation>
    </message>
</context>
<context>
    <name>gatescope::ReportDialog</name>
    <message>
        <source>What stands out</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>wird untersucht …</translation>
    </message>
    <message>
        <source>What stands out on this input; nothing stands in the way of learning.</source>
        <translation>Was bei dieser Eingabe auffällt; nichts steht dem Lernen im Weg.</translation>
    </message>
    <message>
        <source>What stands out on this input; ▲ stands in the way of learning.</source>
        <translation>Was bei dieser Eingabe auffällt; ▲ steht dem Lernen im Weg.</translation>
    </message>
    <message>
        <source>Choose one to go to its place on the stage.</source>
        <translation>Wählen Sie einen, um auf der Bühne zu seiner Stelle zu gehen.</translation>
    </message>
    <message>
        <source>● is worth a look, · says how things are.</source>
        <translation>● ist einen Blick wert, · sagt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>gatescope::ResultPage</name>
    <message>
        <source>Another round</source>
        <translation>Noch eine Runde</translation>
    </message>
    <message>
        <source>Those that were wrong</source>
        <translation>Die falschen</translation>
    </message>
    <message>
        <source>Choose anew</source>
        <translation>Neu wählen</translation>
    </message>
    <message>
        <source>Progress by topic</source>
        <translation>Fortschritt nach Themen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Nothing was answered.</source>
        <translation>Nichts wurde beantwortet.</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
    <message>
        <source>The lessons that explain what was wrong: %1.</source>
        <translation>Die Lektionen, die erklären, was falsch war: %1.</translation>
    </message>
    <message>
        <source>Your longest challenge: %1.</source>
        <translation>Ihre längste Herausforderung: %1.</translation>
    </message>
    <message>
        <source>All of them were right.</source>
        <translation>Alle waren richtig.</translation>
    </message>
    <message>
        <source>%1 right in a row</source>
        <translation>%1 richtig hintereinander</translation>
    </message>
</context>
<context>
    <name>gatescope::RunBar</name>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1 h</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Starts the run or pauses it (Space)</source>
        <translation>Startet den Lauf oder hält ihn an (Leertaste)</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>Ein Update</translation>
    </message>
    <message>
        <source>One update, then pauses (Right)</source>
        <translation>Ein Update, dann Pause (Rechts)</translation>
    </message>
    <message>
        <source>One weight…</source>
        <translation>Ein Gewicht…</translation>
    </message>
    <message>
        <source>Shows what the next update does to one weight</source>
        <translation>Zeigt, was das nächste Update mit einem Gewicht macht</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ends the run where it is; the next start begins anew</source>
        <translation>Beendet den Lauf, wo er ist; der nächste Start beginnt neu</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Back to before the first update: the same settings give the same curve again</source>
        <translation>Zurück vor das erste Update: Dieselben Einstellungen ergeben dieselbe Kurve noch einmal</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Aufbewahren…</translation>
    </message>
    <message>
        <source>Keeps the run in a file, or goes on with one that was kept</source>
        <translation>Hebt den Lauf in einer Datei auf oder setzt einen aufgehobenen fort</translation>
    </message>
    <message>
        <source>Open in Explore</source>
        <translation>In „Erkunden“ öffnen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>paused, solved at %1</source>
        <translation>angehalten, gelöst bei %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done, solved at %1</source>
        <translation>fertig, gelöst bei %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>geschafft</translation>
    </message>
    <message>
        <source>ended by an error</source>
        <translation>durch einen Fehler beendet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2 updates</source>
        <translation>%1 von %2 Updates</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 Schritte/s</translation>
    </message>
    <message>
        <source>Steps of all sequences that are read and learned from in a second</source>
        <translation>Schritte aller Folgen, die in einer Sekunde gelesen und gelernt werden</translation>
    </message>
    <message>
        <source>Opens the network as it is at update %1, with the row that is shown</source>
        <translation>Öffnet das Netz, wie es bei Update %1 ist, mit der gezeigten Zeile</translation>
    </message>
    <message>
        <source>solved at %1</source>
        <translation>gelöst bei %1</translation>
    </message>
</context>
<context>
    <name>gatescope::RunPlot</name>
    <message>
        <source>updates</source>
        <translation>Updates</translation>
    </message>
</context>
<context>
    <name>gatescope::SamplePanel</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>One row that is never trained on</source>
        <translation>Eine Zeile, nie trainiert</translation>
    </message>
    <message>
        <source>The update that is looked back at, or the first, beside the newest one (B)</source>
        <translation>Das Update, auf das zurückgeblickt wird, oder das erste, neben dem neuesten (B)</translation>
    </message>
    <message>
        <source>Update %1: %2.</source>
        <translation>Update %1: %2.</translation>
    </message>
    <message>
        <source>Before: %1 After: %2</source>
        <translation>Vorher: %1 Nachher: %2</translation>
    </message>
    <message>
        <source>update %1, the nearest to %2 that is kept</source>
        <translation>Update %1, das nächste zu %2, das aufgehoben ist</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>Update %1</translation>
    </message>
    <message>
        <source>One row, never trained on</source>
        <translation>Eine Zeile, nie trainiert</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>vorher: %1</translation>
    </message>
    <message>
        <source>after: %1</source>
        <translation>nachher: %1</translation>
    </message>
    <message>
        <source>%1 · gates, and the answer if asked now</source>
        <translation>%1 · Gates, und die Antwort, fragte man jetzt</translation>
    </message>
    <message>
        <source>One new row</source>
        <translation>Neue Zeile</translation>
    </message>
</context>
<context>
    <name>gatescope::ScorePlot</name>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>%1, lower is better</source>
        <translation>%1, kleiner ist besser</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>solved below %1</source>
        <translation>gelöst unter %1</translation>
    </message>
    <message>
        <source>solved above %1</source>
        <translation>gelöst über %1</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>update %1: %2, mean %3</source>
        <translation>Update %1: %2, Mittel %3</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>Mittel aus %1</translation>
    </message>
    <message>
        <source>No update has been made.</source>
        <translation>Noch ist kein Update gemacht.</translation>
    </message>
    <message>
        <source>%1 after %2 updates: %3.</source>
        <translation>%1 nach %2 Updates: %3.</translation>
    </message>
    <message>
        <source>%1 · thin: each update, thick: mean of %2</source>
        <translation>%1 · dünn: jedes Update, dick: Mittel aus %2</translation>
    </message>
    <message>
        <source>%1 · thick: mean of %2</source>
        <translation>%1 · dick: Mittel aus %2</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>Training %1</translation>
    </message>
    <message>
        <source>held out %1</source>
        <translation>zurückgehalten %1</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichswert</translation>
    </message>
</context>
<context>
    <name>gatescope::SecondNetwork</name>
    <message>
        <source>The open network has no such other side.</source>
        <translation>Das geöffnete Netz hat keine solche andere Seite.</translation>
    </message>
</context>
<context>
    <name>gatescope::Sentiment</name>
    <message>
        <source>the more frequent class</source>
        <translation>die häufigere Klasse</translation>
    </message>
</context>
<context>
    <name>gatescope::ShapeCanvas</name>
    <message>
        <source>The shapes</source>
        <translation>Die Formen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>gatescope::ShapeLab</name>
    <message>
        <source>What did PyTorch or Keras say?</source>
        <translation>Was sagte PyTorch oder Keras?</translation>
    </message>
    <message>
        <source>Paste an error message</source>
        <translation>Eine Fehlermeldung einfügen</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
</context>
<context>
    <name>gatescope::SidePanel</name>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Another like it</source>
        <translation>Noch so eine</translation>
    </message>
    <message>
        <source>End and see results</source>
        <translation>Ende und Ergebnis</translation>
    </message>
    <message>
        <source>Missed questions return later, in this round or the next, with new numbers where they have some.</source>
        <translation>Falsch beantwortete kommen später wieder, in dieser Runde oder der nächsten, mit neuen Zahlen, wo sie welche haben.</translation>
    </message>
    <message>
        <source>Hint (H)</source>
        <translation>Hinweis (H)</translation>
    </message>
    <message>
        <source>One of the same kind, of another network or with other numbers (R)</source>
        <translation>Eine derselben Art, zu einem anderen Netz oder mit anderen Zahlen (R)</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Answer (Enter)</source>
        <translation>Antworten (Enter)</translation>
    </message>
    <message>
        <source>On (N)</source>
        <translation>Weiter (N)</translation>
    </message>
    <message>
        <source>Show options</source>
        <translation>Optionen zeigen</translation>
    </message>
    <message>
        <source>Show options (Enter)</source>
        <translation>Optionen zeigen (Enter)</translation>
    </message>
    <message>
        <source>A challenge is over at the first mistake. Your longest: %1.</source>
        <translation>Eine Herausforderung endet beim ersten Fehler. Ihre längste: %1.</translation>
    </message>
    <message>
        <source>Missed questions return in a later quiz.</source>
        <translation>Falsch beantwortete Fragen kommen in einem späteren Quiz wieder.</translation>
    </message>
</context>
<context>
    <name>gatescope::SolutionPanel</name>
    <message>
        <source>Worked solution</source>
        <translation>Lösungsweg</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Space tells the next row, and the stage plays it</source>
        <translation>Die Leertaste sagt die nächste Zeile, und die Bühne spielt sie</translation>
    </message>
    <message>
        <source>Space tells it</source>
        <translation>Die Leertaste sagt sie</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>kommt noch</translation>
    </message>
</context>
<context>
    <name>gatescope::SourceTicks</name>
    <message>
        <source>%1 (Sources has no such one)</source>
        <translation>%1 (unter den Quellen ist sie nicht)</translation>
    </message>
</context>
<context>
    <name>gatescope::SourcesPage</name>
    <message>
        <source>← All lessons</source>
        <translation>← Alle Lektionen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every number in the lessons is measured by this program, as one reads it or in its tests. Each source says how far it was looked at; figures of others are not repeated.</source>
        <translation>Jede Zahl in den Lektionen ist von diesem Programm gemessen, beim Lesen oder in seinen Tests. Jede Quelle sagt, wie weit sie angesehen wurde; Zahlen anderer werden nicht wiederholt.</translation>
    </message>
    <message>
        <source>Lessons: %1</source>
        <translation>Lektionen: %1</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::SpecReader</name>
    <message>
        <source>spec: &quot;%1&quot; is %2, expected a whole number from %3.</source>
        <translation>spec: &quot;%1&quot; ist %2, erwartet wird eine ganze Zahl ab %3.</translation>
    </message>
    <message>
        <source>spec: &quot;%1&quot; is %2, expected true or false.</source>
        <translation>spec: &quot;%1&quot; ist %2, erwartet wird true oder false.</translation>
    </message>
    <message>
        <source>spec: &quot;%1&quot; is %2, expected %3.</source>
        <translation>spec: &quot;%1&quot; ist %2, erwartet wird %3.</translation>
    </message>
</context>
<context>
    <name>gatescope::StagePair</name>
    <message>
        <source>the open network</source>
        <translation>das geöffnete Netz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stage of the second network</source>
        <translation>Bühne des zweiten Netzes</translation>
    </message>
    <message>
        <source>Close the second network</source>
        <translation>Das zweite Netz schließen</translation>
    </message>
</context>
<context>
    <name>gatescope::StagePanel</name>
    <message>
        <source>Lit: %1</source>
        <translation>Beleuchtet: %1</translation>
    </message>
    <message>
        <source>; made of %1</source>
        <translation>; gemacht aus %1</translation>
    </message>
    <message>
        <source>; goes into %1</source>
        <translation>; geht in %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Drag it up or down: what if it were otherwise?</source>
        <translation>Ziehen Sie ihn auf- oder abwärts: Was, wenn er anders wäre?</translation>
    </message>
</context>
<context>
    <name>gatescope::StartPage</name>
    <message>
        <source>Learning as</source>
        <translation>Es lernt</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>Chapters still to be written: %1.</source>
        <translation>Kapitel, die noch zu schreiben sind: %1.</translation>
    </message>
    <message>
        <source>From one loop to a working memory</source>
        <translation>Von einer Schleife zu einem Gedächtnis</translation>
    </message>
    <message>
        <source>◆ Only the essentials: %1 minutes</source>
        <translation>◆ Nur das Wesentliche: %1 Minuten</translation>
    </message>
    <message>
        <source>All lessons take %1 minutes</source>
        <translation>Alle Lektionen dauern %1 Minuten</translation>
    </message>
    <message>
        <source>Where you stopped</source>
        <translation>Wo Sie aufgehört haben</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>Wo es beginnt</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Lesson %1, card %2 of %3, %4 minutes</source>
        <translation>Lektion %1, Karte %2 von %3, %4 Minuten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>My lessons…</source>
        <translation>Meine Lektionen…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Write lessons of your own, which stand among these</source>
        <translation>Eigene Lektionen schreiben, die unter diesen stehen</translation>
    </message>
    <message>
        <source>The papers and pages that the lessons rest on</source>
        <translation>Die Aufsätze und Seiten, auf denen die Lektionen ruhen</translation>
    </message>
</context>
<context>
    <name>gatescope::StopsDialog</name>
    <message>
        <source>Playing stops where one of these becomes true. Type a condition, for example “z of unit 3 above 0.9”, “max r &lt; 0.1”, “|dh| &lt; 1e-4” or “letter is a space”.</source>
        <translation>Das Abspielen hält an, wo eine davon wahr wird. Tippen Sie eine Bedingung auf Englisch, zum Beispiel „z of unit 3 above 0.9“, „max r &lt; 0.1“, „|dh| &lt; 1e-4“ oder „letter is a space“.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Back to the previous</source>
        <translation>Zurück zum vorigen</translation>
    </message>
    <message>
        <source>On to the next</source>
        <translation>Weiter zum nächsten</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>Haltepunkte</translation>
    </message>
    <message>
        <source>z of unit 3 above 0.9</source>
        <translation>z of unit 3 above 0.9</translation>
    </message>
    <message>
        <source>New breakpoint</source>
        <translation>Neuer Haltepunkt</translation>
    </message>
    <message>
        <source>Set a breakpoint</source>
        <translation>Einen Haltepunkt setzen</translation>
    </message>
    <message>
        <source>Take a breakpoint away</source>
        <translation>Einen Haltepunkt entfernen</translation>
    </message>
    <message>
        <source>No breakpoint is set.</source>
        <translation>Kein Haltepunkt ist gesetzt.</translation>
    </message>
</context>
<context>
    <name>gatescope::StoryDialog</name>
    <message>
        <source>Make this update</source>
        <translation>Dieses Update machen</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>Ein Gewicht</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Weight of</source>
        <translation>Gewicht von</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Update %1 is made: the weight is %2, as was said.</source>
        <translation>Update %1 ist gemacht: Das Gewicht ist %2, wie gesagt.</translation>
    </message>
    <message>
        <source>Update %1 is made: the weight is %2, where %3 was said.</source>
        <translation>Update %1 ist gemacht: Das Gewicht ist %2, gesagt war %3.</translation>
    </message>
    <message>
        <source>What update %1 will do to it. Bars: on the gradient&apos;s scale.</source>
        <translation>Was Update %1 mit ihm machen wird. Balken: auf der Skala des Gradienten.</translation>
    </message>
</context>
<context>
    <name>gatescope::StoryPanel</name>
    <message>
        <source>From the gradient to the new weight</source>
        <translation>Vom Gradienten zum neuen Gewicht</translation>
    </message>
</context>
<context>
    <name>gatescope::StretchesDialog</name>
    <message>
        <source>Where the layer that one looks at goes as it does here:</source>
        <translation>Wohin die betrachtete Schicht so geht wie hier:</translation>
    </message>
    <message>
        <source>Similar stretches</source>
        <translation>Ähnliche Strecken</translation>
    </message>
    <message>
        <source>from step </source>
        <translation>ab Schritt </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>The first step of the stretch</source>
        <translation>Der erste Schritt der Strecke</translation>
    </message>
    <message>
        <source>How many steps it has</source>
        <translation>Wie viele Schritte sie hat</translation>
    </message>
    <message>
        <source>Stretches that were found</source>
        <translation>Gefundene Strecken</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird gesucht…</translation>
    </message>
    <message>
        <source>The sequence has no other stretch of %1 steps.</source>
        <translation>Die Folge hat keine andere Strecke von %1 Schritten.</translation>
    </message>
    <message>
        <source>The nearest first. 0 apart: the same; 1: as two steps picked at random.</source>
        <translation>Die nächste zuerst. Abstand 0: gleich; 1: wie zwei zufällig gewählte Schritte.</translation>
    </message>
    <message>
        <source>steps %1 to %2: %3 apart%4</source>
        <translation>Schritte %1 bis %2: Abstand %3%4</translation>
    </message>
    <message>
        <source>, reads “%1”</source>
        <translation>, liest „%1“</translation>
    </message>
</context>
<context>
    <name>gatescope::SumsTask</name>
    <message>
        <source>bits per character</source>
        <translation>Bit je Zeichen</translation>
    </message>
</context>
<context>
    <name>gatescope::SweepPlot</name>
    <message>
        <source>Under- and overfitting</source>
        <translation>Unter- und Überanpassung</translation>
    </message>
    <message>
        <source>loss after the last update, by size: dots are runs, lines their medians</source>
        <translation>Verlust nach dem letzten Update, nach Größe: Punkte sind Läufe, Linien ihre Mediane</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>am besten: %1</translation>
    </message>
    <message>
        <source>%1: training %2, held out %3</source>
        <translation>%1: Training %2, zurückgehalten %3</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Verlust im Training</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>Verlust, zurückgehalten</translation>
    </message>
    <message>
        <source>No size has been learned to its end yet.</source>
        <translation>Noch ist keine Größe zu Ende gelernt.</translation>
    </message>
    <message>
        <source>Held-out data are learned best at size %1, with a loss of %2.</source>
        <translation>Zurückgehaltene Daten werden bei Größe %1 am besten gelernt, mit einem Verlust von %2.</translation>
    </message>
    <message>
        <source>dots: runs, lines: their medians</source>
        <translation>Punkte: Läufe, Linien: Mediane</translation>
    </message>
</context>
<context>
    <name>gatescope::TableDialog</name>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>never changes: nothing can be learned from it</source>
        <translation>ändert sich nie: Daraus lässt sich nichts lernen</translation>
    </message>
    <message>
        <source>refuse the table</source>
        <translation>die Tabelle ablehnen</translation>
    </message>
    <message>
        <source>skip such rows</source>
        <translation>Zeile auslassen</translation>
    </message>
    <message>
        <source>the column&apos;s last value</source>
        <translation>der letzte Wert der Spalte</translation>
    </message>
    <message>
        <source>Learn by how much it changes</source>
        <translation>Lernen, um wie viel es sich ändert</translation>
    </message>
    <message>
        <source>A table to learn</source>
        <translation>Eine Tabelle zum Lernen</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns, parted by %4, with decimal %5 and %6.</source>
        <translation>%1: %2 Zeilen, %3 Spalten, getrennt durch %4, Dezimalzeichen %5 und %6.</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>names in its first row</source>
        <translation>Namen in der ersten Zeile</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>keine Namen</translation>
    </message>
    <message>
        <source>Each row is one step. The network reads the ticked columns.</source>
        <translation>Jede Zeile ist ein Schritt. Das Netz liest die angekreuzten Spalten.</translation>
    </message>
    <message>
        <source>It forecasts the next value of</source>
        <translation>Es sagt den nächsten Wert vorher von</translation>
    </message>
    <message>
        <source>Where a number is missing</source>
        <translation>Wo eine Zahl fehlt</translation>
    </message>
    <message>
        <source>For what rises or falls all along, out of the range that was learned. The forecast is still shown in the table&apos;s own unit.</source>
        <translation>Für das, was fortwährend steigt oder fällt, aus dem gelernten Bereich hinaus. Die Vorhersage wird trotzdem in der Einheit der Tabelle gezeigt.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>Learn these</source>
        <translation>Diese lernen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What is forecast</source>
        <translation>Was vorhergesagt wird</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Fehlende Werte</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>No column is chosen: tick one that holds numbers.</source>
        <translation>Keine Spalte ist gewählt: Kreuzen Sie eine mit Zahlen an.</translation>
    </message>
    <message>
        <source>%1 never changes: there is nothing to forecast.</source>
        <translation>%1 ändert sich nie: Es gibt nichts vorherzusagen.</translation>
    </message>
    <message>
        <source>One cell of these columns is empty: leave such rows out, fill them, or leave a column out.</source>
        <translation>Eine Zelle dieser Spalten ist leer: Lassen Sie solche Zeilen weg, ergänzen Sie sie, oder lassen Sie eine Spalte weg.</translation>
    </message>
    <message>
        <source>%1 cells of these columns are empty: leave such rows out, fill them, or leave a column out.</source>
        <translation>%1 Zellen dieser Spalten sind leer: Lassen Sie solche Zeilen weg, ergänzen Sie sie, oder lassen Sie eine Spalte weg.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How many rows are read before the last forecast; the form has it under Task, too</source>
        <translation>Wie viele Zeilen vor der letzten Vorhersage gelesen werden; im Formular steht sie auch, unter „Aufgabe“</translation>
    </message>
    <message>
        <source>%1 rows are too few: the last fifth is held out, and must hold a sequence of %2 rows or more.</source>
        <translation>%1 Zeilen sind zu wenige: Das letzte Fünftel wird zurückgehalten und muss eine Folge von mindestens %2 Zeilen fassen.</translation>
    </message>
    <message>
        <source>&amp;Set Length to %1</source>
        <translation>&amp;Länge auf %1 setzen</translation>
    </message>
    <message>
        <source>%1 rows are too few for a Length of %2 rows: the last fifth is held out, and must hold one such sequence. Up to %3 fits. Length is set above, or in the form under Task.</source>
        <translation>%1 Zeilen sind zu wenige für eine Länge von %2 Zeilen: Das letzte Fünftel wird zurückgehalten und muss eine solche Folge fassen. Bis zu %3 passen. Die Länge wird hier oben eingestellt oder im Formular unter „Aufgabe“.</translation>
    </message>
</context>
<context>
    <name>gatescope::Taker</name>
    <message>
        <source>%1 is not a finite number.</source>
        <translation>%1 ist keine endliche Zahl.</translation>
    </message>
</context>
<context>
    <name>gatescope::TensorFinder</name>
    <message>
        <source>%1 lies deeper, or holds more, than is read here.</source>
        <translation>%1 liegt tiefer oder enthält mehr, als hier gelesen wird.</translation>
    </message>
    <message>
        <source>%1 is no tensor as PyTorch writes it: expected a storage, an offset, sizes and strides.</source>
        <translation>%1 ist kein Tensor, wie PyTorch ihn schreibt: Erwartet werden ein Speicher (storage), ein Versatz, Größen und Schrittweiten.</translation>
    </message>
    <message>
        <source>The file holds more than %1 tensors.</source>
        <translation>Die Datei enthält mehr als %1 Tensoren.</translation>
    </message>
    <message>
        <source>%1: the shape %2 reaches beyond the %3 numbers of its storage.</source>
        <translation>%1: Die Form %2 reicht über die %3 Zahlen ihres Speichers (storage) hinaus.</translation>
    </message>
    <message>
        <source>%1: with its shape %2 the tensors have more numbers than the file has bytes.</source>
        <translation>%1: Mit der Form %2 haben die Tensoren mehr Zahlen, als die Datei Bytes hat.</translation>
    </message>
    <message>
        <source>%1: its storage should have %2 numbers, but the file has only %3 bytes of it.</source>
        <translation>%1: Der Speicher (storage) sollte %2 Zahlen haben, aber die Datei hat davon nur %3 Bytes.</translation>
    </message>
</context>
<context>
    <name>gatescope::TextTask</name>
    <message>
        <source>bits per character</source>
        <translation>Bit je Zeichen</translation>
    </message>
</context>
<context>
    <name>gatescope::TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>gatescope::TimelineChoices</name>
    <message>
        <source>Type your own</source>
        <translation>Selbst tippen</translation>
    </message>
    <message>
        <source>Gradient of the</source>
        <translation>Gradient von</translation>
    </message>
    <message>
        <source>Type your own text</source>
        <translation>Eigenen Text tippen</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Loss that is watched</source>
        <translation>Beobachteter Verlust</translation>
    </message>
    <message>
        <source>sequence %1</source>
        <translation>Folge %1</translation>
    </message>
    <message>
        <source>sequence %1 of 0–%2</source>
        <translation>Folge %1 von 0–%2</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>layer %1 of 0–%2</source>
        <translation>Schicht %1 von 0–%2</translation>
    </message>
    <message>
        <source>this step&apos;s loss</source>
        <translation>Verlust dieses Schritts</translation>
    </message>
    <message>
        <source>Type row numbers of the embedding with spaces between, then press Enter</source>
        <translation>Tippen Sie Zeilennummern des Embeddings mit Leerzeichen dazwischen und drücken Sie Enter</translation>
    </message>
    <message>
        <source>Type a text for the network to read, then press Enter</source>
        <translation>Tippen Sie einen Text, den das Netz lesen soll, und drücken Sie Enter</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Text tippen</translation>
    </message>
    <message>
        <source>What is right for a text of your own is not known: nothing is judged, and no gradient comes from it.</source>
        <translation>Was bei einem eigenen Text richtig ist, ist unbekannt: Nichts wird beurteilt, und kein Gradient kommt daher.</translation>
    </message>
    <message>
        <source>Watch another loss</source>
        <translation>Einen anderen Verlust beobachten</translation>
    </message>
    <message>
        <source>→ forward</source>
        <translation>→ vorwärts</translation>
    </message>
    <message>
        <source>← backward</source>
        <translation>← rückwärts</translation>
    </message>
    <message>
        <source>sum of h at this step</source>
        <translation>Summe von h an diesem Schritt</translation>
    </message>
    <message>
        <source>No target is known, so there is no loss: what flows back is the gradient of a sum of h, as output.sum().backward() gives it; a head has no part in it</source>
        <translation>Kein Ziel ist bekannt, also gibt es keinen Verlust: Zurück fließt der Gradient einer Summe von h, wie ihn output.sum().backward() gibt; ein Kopf ist daran nicht beteiligt</translation>
    </message>
    <message>
        <source>Whose gradient flows back</source>
        <translation>Wessen Gradient zurückfließt</translation>
    </message>
</context>
<context>
    <name>gatescope::TimelineOverviewBar</name>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>All steps. Pull the frame to see others; Ctrl and the wheel show more or fewer at once.</source>
        <translation>Alle Schritte. Ziehen Sie den Rahmen, um andere zu sehen; Strg und das Mausrad zeigen mehr oder weniger auf einmal.</translation>
    </message>
</context>
<context>
    <name>gatescope::TopBar</name>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>A state_dict does not say whether its reset gate comes before U, nor what its update gate keeps.
Opened from one, PyTorch&apos;s convention is assumed.</source>
        <translation>Ein state_dict sagt nicht, ob sein Reset-Gate vor U wirkt und was sein Update-Gate behält.
Aus einem solchen geöffnet, wird die Konvention von PyTorch angenommen.</translation>
    </message>
</context>
<context>
    <name>gatescope::TopicBoard</name>
    <message>
        <source>Or choose a topic</source>
        <translation>Oder wählen Sie ein Thema</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
</context>
<context>
    <name>gatescope::TopicEntry</name>
    <message>
        <source>never asked</source>
        <translation>nie gefragt</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
</context>
<context>
    <name>gatescope::TrainPlace</name>
    <message>
        <source>, update %1</source>
        <translation>, Update %1</translation>
    </message>
    <message>
        <source>A table to learn</source>
        <translation>Eine Tabelle zum Lernen</translation>
    </message>
    <message>
        <source>A text to learn</source>
        <translation>Ein Text zum Lernen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Texts (*.txt *.csv);;All files (*)</source>
        <translation>Texte (*.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Keep the run</source>
        <translation>Den Lauf aufheben</translation>
    </message>
    <message>
        <source>Trainings (*.training)</source>
        <translation>Trainings (*.training)</translation>
    </message>
    <message>
        <source>The run is kept in %1.</source>
        <translation>Der Lauf ist in %1 aufgehoben.</translation>
    </message>
    <message>
        <source>Go on with a kept run</source>
        <translation>Einen aufgehobenen Lauf fortsetzen</translation>
    </message>
    <message>
        <source>Trainings (*.training);;All files (*)</source>
        <translation>Trainings (*.training);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The run goes on behind update %1.</source>
        <translation>Der Lauf geht nach Update %1 weiter.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>These charts are of the run before: %1</source>
        <translation>Diese Kurven gehören zum Lauf davor: %1</translation>
    </message>
    <message>
        <source>State, layer %1</source>
        <translation>Zustand, Schicht %1</translation>
    </message>
    <message>
        <source>dots: where rows end</source>
        <translation>Punkte: wo Zeilen enden</translation>
    </message>
    <message>
        <source>dots: where rows end, stronger for a larger truth</source>
        <translation>Punkte: wo Zeilen enden, kräftiger bei größerer Wahrheit</translation>
    </message>
    <message>
        <source>%1, %2 updates/s</source>
        <translation>%1, %2 Updates/s</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
</context>
<context>
    <name>gatescope::Trainer</name>
    <message>
        <source>%1: the %2 backend goes on from there.</source>
        <translation>%1: Das Backend %2 macht von dort weiter.</translation>
    </message>
    <message>
        <source>%1. There is no other that could go on.</source>
        <translation>%1. Es gibt kein anderes, das weitermachen könnte.</translation>
    </message>
    <message>
        <source>Update %1: %2</source>
        <translation>Update %1: %2</translation>
    </message>
    <message>
        <source>After update %1, on held-out data: %2</source>
        <translation>Nach Update %1, auf zurückgehaltenen Daten: %2</translation>
    </message>
    <message>
        <source>The %1 backend failed after update %2 (%3)</source>
        <translation>Das Backend %1 versagte nach Update %2 (%3)</translation>
    </message>
    <message>
        <source>%1, and so did the %2 backend (%3)</source>
        <translation>%1, das Backend %2 auch (%3)</translation>
    </message>
</context>
<context>
    <name>gatescope::Training</name>
    <message>
        <source>The file was edited after it had been read: it is read again.</source>
        <translation>Die Datei wurde nach dem Lesen geändert: Sie wird neu gelesen.</translation>
    </message>
    <message>
        <source>This run was opened from its file, which does not say how its first weights were made: a new start draws them as the form says.</source>
        <translation>Dieser Lauf wurde aus seiner Datei geöffnet, die nicht sagt, wie seine ersten Gewichte entstanden: Ein neuer Start zieht sie, wie das Formular es sagt.</translation>
    </message>
    <message>
        <source>Held-out data get no better: the run has stopped.</source>
        <translation>Zurückgehaltene Daten werden nicht besser: Der Lauf hat angehalten.</translation>
    </message>
</context>
<context>
    <name>gatescope::TrainingForm</name>
    <message>
        <source>Back to the run&apos;s settings</source>
        <translation>Zurück zu den Einstellungen des Laufs</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>all numbers</source>
        <translation>alle Zahlen</translation>
    </message>
    <message>
        <source>%1, by change…</source>
        <translation>%1, nach Änderung…</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Own file…</source>
        <translation>Eigene Datei…</translation>
    </message>
    <message>
        <source>%1  ×</source>
        <translation>%1  ×</translation>
    </message>
    <message>
        <source>Own file</source>
        <translation>Eigene Datei</translation>
    </message>
    <message>
        <source>No longer read %1</source>
        <translation>%1 nicht mehr lesen</translation>
    </message>
    <message>
        <source>The next start begins a new run with these settings.</source>
        <translation>Der nächste Start beginnt einen neuen Lauf mit diesen Einstellungen.</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>maximal</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>What the network is to learn.</source>
        <translation>Was das Netz lernen soll.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>A text or a table of your own in place of what is shipped.</source>
        <translation>Ein eigener Text oder eine eigene Tabelle statt der mitgelieferten.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Shows the table, and which of its columns are read and forecast.</source>
        <translation>Zeigt die Tabelle und welche ihrer Spalten gelesen und vorhergesagt werden.</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>What becomes of a row of your table in which a number is missing.</source>
        <translation>Was aus einer Zeile Ihrer Tabelle wird, in der eine Zahl fehlt.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How long a sequence is: the longer, the longer something has to be kept.</source>
        <translation>Wie lang eine Folge ist: je länger, desto länger muss etwas behalten werden.</translation>
    </message>
    <message>
        <source>Rows per update</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Sequences that are averaged for one update: more are steadier and slower.</source>
        <translation>Folgen, über die für ein Update gemittelt wird: Mehr sind ruhiger und langsamer.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>GRU and LSTM have gates that can hold a state; a plain RNN has none.</source>
        <translation>GRU und LSTM haben Gates, die einen Zustand halten können; ein einfaches RNN hat keine.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>How many numbers the state of a layer has.</source>
        <translation>Wie viele Zahlen der Zustand einer Schicht hat.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Each layer reads the states of the one below.</source>
        <translation>Jede Schicht liest die Zustände der darunter.</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Bidirektional</translation>
    </message>
    <message>
        <source>A second set of weights reads from the end to the beginning.</source>
        <translation>Ein zweiter Satz Gewichte liest vom Ende zum Anfang.</translation>
    </message>
    <message>
        <source>Update bias</source>
        <translation>Update-Bias</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>All numbers that are learned; they follow from the rows above.</source>
        <translation>Alle Zahlen, die gelernt werden; sie folgen aus den Zeilen darüber.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>How far an update goes: too small is slow, too large never settles.</source>
        <translation>Wie weit ein Update geht: zu klein ist langsam, zu groß kommt nie zur Ruhe.</translation>
    </message>
    <message>
        <source>Clip gradient at</source>
        <translation>Kappen bei</translation>
    </message>
    <message>
        <source>A longer gradient is shortened to this norm, so that one batch cannot throw all away.</source>
        <translation>Ein längerer Gradient wird auf diese Norm gekürzt, damit kein einzelner Batch alles umwerfen kann.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>How many updates are made.</source>
        <translation>Wie viele Updates gemacht werden.</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many updates are made in a second: slow enough to look on, or as fast as it can.</source>
        <translation>Wie viele Updates je Sekunde: langsam genug zum Zusehen, oder so schnell es geht.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of the first weights and of the data: the same seed gives the same curve, bit by bit.</source>
        <translation>Für die ersten Gewichte und die Daten: Derselbe Startwert ergibt dieselbe Kurve, Bit für Bit.</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>How many share an update. Small networks are quickest with one; more change the last digits of the curve.</source>
        <translation>Wie viele sich ein Update teilen. Kleine Netze sind mit einem am schnellsten; mehr ändern die letzten Stellen der Kurve.</translation>
    </message>
    <message>
        <source>Pause when solved</source>
        <translation>Bis gelöst</translation>
    </message>
    <message>
        <source>Pauses at the update at which the task counts as solved.</source>
        <translation>Hält bei dem Update an, bei dem die Aufgabe als gelöst gilt.</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>Rechnet mit</translation>
    </message>
    <message>
        <source>Which engine computes; they differ in speed, not in what they compute.</source>
        <translation>Welches Rechenwerk rechnet; sie unterscheiden sich im Tempo, nicht im Ergebnis.</translation>
    </message>
    <message>
        <source>Forgets what was changed in this form, so that the run can go on.</source>
        <translation>Vergisst, was in diesem Formular geändert wurde, damit der Lauf weitergehen kann.</translation>
    </message>
    <message>
        <source>What it takes…</source>
        <translation>Ihr Bedarf…</translation>
    </message>
    <message>
        <source>Larger demo</source>
        <translation>Größere Vorführung</translation>
    </message>
    <message>
        <source>Two layers of 1,024 units learn to add: what they need, and the same in small.</source>
        <translation>Zwei Schichten mit 1024 Einheiten lernen addieren: was sie brauchen, und dasselbe im Kleinen.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Opens the update gate before anything is learned, where it is set: 2 keeps 88 % of the old state at each step.</source>
        <translation>Öffnet das Update-Gate, bevor etwas gelernt ist, wenn gesetzt: 2 behält an jedem Schritt 88 % des alten Zustands.</translation>
    </message>
    <message>
        <source>How a weight follows its gradient; Adam gives each weight a step size of its own.</source>
        <translation>Wie ein Gewicht seinem Gradienten folgt; Adam gibt jedem Gewicht eine eigene Schrittweite.</translation>
    </message>
    <message>
        <source>It needs a device of NVIDIA. %1</source>
        <translation>Es braucht ein Gerät von NVIDIA. %1</translation>
    </message>
    <message>
        <source>CPU beside CUDA</source>
        <translation>CPU neben CUDA</translation>
    </message>
    <message>
        <source>The same run twice at once, on the processor and on a device: both curves, and how fast each is where the pace holds none up.</source>
        <translation>Derselbe Lauf zweimal zugleich, auf dem Prozessor und auf einem Gerät: beide Kurven, und wie schnell jeder ist, wo das Tempo keinen bremst.</translation>
    </message>
    <message>
        <source>fastest</source>
        <comment>backend</comment>
        <translation>schnellstem</translation>
    </message>
</context>
<context>
    <name>gatescope::TransportPanel</name>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source> of 0–%1</source>
        <translation> von 0–%1</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Shift+Left</source>
        <translation>Umschalt+Links</translation>
    </message>
    <message>
        <source>One part back</source>
        <translation>Einen Teil zurück</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>One part on</source>
        <translation>Einen Teil weiter</translation>
    </message>
    <message>
        <source>Space or Right</source>
        <translation>Leertaste oder Rechts</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>Einen Schritt weiter</translation>
    </message>
    <message>
        <source>Shift+Right</source>
        <translation>Umschalt+Rechts</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed of the moves</source>
        <translation>Tempo der Bewegungen</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>, the only one</source>
        <translation>, der einzige</translation>
    </message>
</context>
<context>
    <name>gatescope::TryStrip</name>
    <message>
        <source>Try it</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>%1; from %2 to %3</source>
        <translation>%1; von %2 bis %3</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>%1 of step %2</source>
        <translation>%1 von Schritt %2</translation>
    </message>
    <message>
        <source>half</source>
        <translation>Hälfte</translation>
    </message>
    <message>
        <source>%1 of what arrives</source>
        <translation>%1 von dem, was ankommt</translation>
    </message>
    <message>
        <source>After step %1 unit %2 keeps %3 % a step on average: %4 steps later half of what it held is left.</source>
        <translation>Nach Schritt %1 behält Einheit %2 im Mittel %3 % je Schritt: %4 Schritte später ist noch die Hälfte übrig.</translation>
    </message>
    <message>
        <source>Unit %1 keeps %2 % a step on average: %3 steps later half of what it held is left.</source>
        <translation>Einheit %1 behält im Mittel %2 % je Schritt: %3 Schritte später ist noch die Hälfte übrig.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Unit %1 keeps all that it holds at every step.</source>
        <translation>Einheit %1 behält an jedem Schritt alles, was sie hält.</translation>
    </message>
    <message>
        <source>After step %1 unit %2 keeps all that it holds.</source>
        <translation>Nach Schritt %1 behält Einheit %2 alles, was sie hält.</translation>
    </message>
</context>
<context>
    <name>gatescope::TypedAnswer</name>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Your answer: sizes, such as (4, 7, 3)</source>
        <translation>Ihre Antwort: Größen, etwa (4, 7, 3)</translation>
    </message>
    <message>
        <source>Your answer: a number</source>
        <translation>Ihre Antwort: eine Zahl</translation>
    </message>
    <message>
        <source>Type sizes, such as (4, 7, 3).</source>
        <translation>Tippen Sie Größen, etwa (4, 7, 3).</translation>
    </message>
    <message>
        <source>Type a number first.</source>
        <translation>Tippen Sie erst eine Zahl.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>gatescope::UnitNameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Call it so</source>
        <translation>So nennen</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Name der Einheit</translation>
    </message>
    <message>
        <source>counts open brackets</source>
        <translation>zählt offene Klammern</translation>
    </message>
    <message>
        <source>Name of unit %1</source>
        <translation>Name der Einheit %1</translation>
    </message>
    <message>
        <source>What does unit %1 do, in a few words? It is called so wherever it is spoken of; an empty field takes the name away.</source>
        <translation>Was tut Einheit %1, in wenigen Worten? So heißt sie überall, wo von ihr die Rede ist; ein leeres Feld nimmt den Namen weg.</translation>
    </message>
    <message>
        <source>Name a unit</source>
        <translation>Eine Einheit benennen</translation>
    </message>
</context>
<context>
    <name>gatescope::UnitOrderChooser</name>
    <message>
        <source>Order of the units</source>
        <translation>Ordnung der Einheiten</translation>
    </message>
    <message>
        <source>In what order the units stand in the lanes, the largest at the top</source>
        <translation>In welcher Ordnung die Einheiten in den Bahnen stehen, die größte oben</translation>
    </message>
    <message>
        <source>units by number</source>
        <translation>Einheiten nach Nummer</translation>
    </message>
    <message>
        <source>by memory</source>
        <translation>nach Gedächtnis</translation>
    </message>
    <message>
        <source>by mean %1</source>
        <translation>nach Mittel von %1</translation>
    </message>
    <message>
        <source>The mean of %1 over all steps</source>
        <translation>Das Mittel von %1 über alle Schritte</translation>
    </message>
    <message>
        <source>by movement</source>
        <translation>nach Bewegung</translation>
    </message>
    <message>
        <source>by state here</source>
        <translation>nach Zustand hier</translation>
    </message>
    <message>
        <source>by state at step %1</source>
        <translation>nach Zustand an Schritt %1</translation>
    </message>
    <message>
        <source>by likeness</source>
        <translation>nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>Units whose state goes alike lie together; those that never move are last</source>
        <translation>Einheiten, deren Zustand gleich verläuft, liegen beisammen; die sich nie bewegen, stehen zuletzt</translation>
    </message>
</context>
<context>
    <name>gatescope::UnitsDialog</name>
    <message>
        <source>Units of which both are true, in the layer and the sequence that one looks at:</source>
        <translation>Einheiten, bei denen beides zutrifft, in der betrachteten Schicht und Folge:</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Units that are on here and off there</source>
        <translation>Einheiten, die hier an und dort aus sind</translation>
    </message>
    <message>
        <source>Units that were found</source>
        <translation>Gefundene Einheiten</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>at step </source>
        <translation>an Schritt </translation>
    </message>
    <message>
        <source>%1 condition: what is looked at</source>
        <translation>%1 Bedingung: was betrachtet wird</translation>
    </message>
    <message>
        <source>%1 condition: above or below</source>
        <translation>%1 Bedingung: über oder unter</translation>
    </message>
    <message>
        <source>%1 condition: the bound</source>
        <translation>%1 Bedingung: die Grenze</translation>
    </message>
    <message>
        <source>%1 condition: the step</source>
        <translation>%1 Bedingung: der Schritt</translation>
    </message>
    <message>
        <source>unit %1: %2 at step %3, %4 at step %5</source>
        <translation>Einheit %1: %2 an Schritt %3, %4 an Schritt %5</translation>
    </message>
    <message>
        <source>No unit.</source>
        <translation>Keine Einheit.</translation>
    </message>
    <message>
        <source>%1 of %2 units:</source>
        <translation>%1 von %2 Einheiten:</translation>
    </message>
</context>
<context>
    <name>gatescope::VowelNextDoor</name>
    <message>
        <source>no neighbour</source>
        <translation>kein Nachbar</translation>
    </message>
    <message>
        <source>one direction</source>
        <translation>eine Richtung</translation>
    </message>
</context>
<context>
    <name>gatescope::WaitingFields</name>
    <message>
        <source>waits elsewhere until the question is answered</source>
        <translation>wartet anderswo, bis die Frage beantwortet ist</translation>
    </message>
</context>
<context>
    <name>gatescope::WhatIf</name>
    <message>
        <source>Nothing is made at this part that could be held: go on to a gate, a candidate or the state.</source>
        <translation>An diesem Teil entsteht nichts, das sich festhalten ließe: Gehen Sie weiter zu einem Gate, einem Kandidaten oder dem Zustand.</translation>
    </message>
    <message>
        <source>Hold a value</source>
        <translation>Einen Wert festhalten</translation>
    </message>
    <message>
        <source>Let a value go</source>
        <translation>Einen Wert loslassen</translation>
    </message>
    <message>
        <source>Let all values go</source>
        <translation>Alle Werte loslassen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change an input</source>
        <translation>Eine Eingabe ändern</translation>
    </message>
    <message>
        <source>Change the state at the start</source>
        <translation>Den Zustand am Anfang ändern</translation>
    </message>
</context>
<context>
    <name>gatescope::WhatIfBar</name>
    <message>
        <source>in steps</source>
        <translation>an den Schritten</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Let all go</source>
        <translation>Alles loslassen</translation>
    </message>
    <message>
        <source>Compare from here</source>
        <translation>Von hier vergleichen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was, wenn</translation>
    </message>
    <message>
        <source>Held at</source>
        <translation>Festgehalten auf</translation>
    </message>
    <message>
        <source>Held from step</source>
        <translation>Festgehalten ab Schritt</translation>
    </message>
    <message>
        <source>Held to step</source>
        <translation>Festgehalten bis Schritt</translation>
    </message>
    <message>
        <source>What there is now becomes what later changes are compared with</source>
        <translation>Der jetzige Stand wird zu dem, womit spätere Änderungen verglichen werden</translation>
    </message>
    <message>
        <source>Nothing is held any more, and what is read and begun with is as it was; weights that were changed stay: undo takes them back</source>
        <translation>Nichts wird mehr festgehalten, und Eingabe und Anfang sind, wie sie waren; geänderte Gewichte bleiben: Rückgängig nimmt sie zurück</translation>
    </message>
    <message>
        <source>What if: %1 of unit %2 held at</source>
        <translation>Was, wenn: %1 von Einheit %2 festgehalten auf</translation>
    </message>
    <message>
        <source>What if: held elsewhere: %1</source>
        <translation>Was, wenn: anderswo festgehalten: %1</translation>
    </message>
    <message>
        <source>What if: %1 of unit %2 at the start, not %3 but</source>
        <translation>Was, wenn: %1 von Einheit %2 am Anfang nicht %3, sondern</translation>
    </message>
    <message>
        <source>What if: %1 at step %2, not %3 but</source>
        <translation>Was, wenn: %1 an Schritt %2 nicht %3, sondern</translation>
    </message>
    <message>
        <source>the state stays as it was</source>
        <translation>der Zustand bleibt, wie er war</translation>
    </message>
    <message>
        <source>h moves most at step %1, unit %2: by %3</source>
        <translation>h bewegt sich am meisten an Schritt %1, Einheit %2: um %3</translation>
    </message>
</context>
<context>
    <name>gatescope::WordsTask</name>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
</context>
<context>
    <name>gatescope::WorksheetDialog</name>
    <message>
        <source>Worksheet</source>
        <translation>Arbeitsblatt</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Als &amp;PDF speichern…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Write over %1?</source>
        <translation>%1 überschreiben?</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>The sheets are being made.</source>
        <translation>Die Blätter werden gemacht.</translation>
    </message>
    <message>
        <source>Stopped: nothing was written.</source>
        <translation>Angehalten: Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>Gespeichert: %1.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>Everybody&apos;s sheet, then the key and the solutions that are ticked</source>
        <translation>Alle Blätter, dann Schlüssel und Lösungen, wo sie angekreuzt sind</translation>
    </message>
    <message>
        <source>Print worksheets</source>
        <translation>Arbeitsblätter drucken</translation>
    </message>
    <message>
        <source>Stopped: nothing was printed.</source>
        <translation>Angehalten: Es wurde nichts gedruckt.</translation>
    </message>
    <message>
        <source>Pages sent to %1: %2.</source>
        <translation>Seiten an %1 gesendet: %2.</translation>
    </message>
</context>
<context>
    <name>gatescope::WorksheetFields</name>
    <message>
        <source>Worksheet</source>
        <translation>Arbeitsblatt</translation>
    </message>
    <message>
        <source>&amp;Key with every student&apos;s answers</source>
        <translation>&amp;Schlüssel mit den Antworten aller</translation>
    </message>
    <message>
        <source>Sheets with worked so&amp;lutions</source>
        <translation>Blätter mit ausgeführten &amp;Lösungen</translation>
    </message>
    <message>
        <source>from easy to hard</source>
        <translation>von leicht nach schwer</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>my own questions</source>
        <translation>meine eigenen Fragen</translation>
    </message>
    <message>
        <source>chapter %1: %2</source>
        <translation>Kapitel %1: %2</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Worüber</translation>
    </message>
    <message>
        <source>&amp;How hard</source>
        <translation>W&amp;ie schwer</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>St&amp;udents</source>
        <translation>L&amp;ernende</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Sta&amp;rtwert</translation>
    </message>
    <message>
        <source>The same number gives the same sheets, also on another computer</source>
        <translation>Dieselbe Zahl gibt dieselben Blätter, auch auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>You have no question of your own yet that is complete: write one under My questions.</source>
        <translation>Sie haben noch keine eigene vollständige Frage: Schreiben Sie eine unter „Meine Fragen“.</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Other written questions on each sheet, where there are enou&amp;gh</source>
        <translation>Auf jedem Blatt andere geschriebene Fra&amp;gen, wo es genug gibt</translation>
    </message>
    <message>
        <source>Of the same lesson, level and kind; without it everybody gets the same ones, with the options in another order</source>
        <translation>Von gleicher Lektion, Stufe und Art; ohne das bekommen alle dieselben, mit den Optionen in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>Without names there is a line to write one on</source>
        <translation>Ohne Namen gibt es eine Zeile, um einen hinzuschreiben</translation>
    </message>
</context>
<context>
    <name>gatescope::WritingWindow</name>
    <message>
        <source>cannot be read (%1)</source>
        <translation>kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>without a text</source>
        <translation>ohne einen Text</translation>
    </message>
    <message>
        <source>to be completed: %1</source>
        <translation>zu vervollständigen: %1</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>Schrei&amp;ben</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>%1 Mend it in the file %2: here it would lose what cannot be read.</source>
        <translation>%1 Berichtigen Sie es in der Datei %2: Hier ginge verloren, was unlesbar ist.</translation>
    </message>
    <message>
        <source>Throw away what is written here?</source>
        <translation>Verwerfen, was hier geschrieben ist?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message>
        <source>It can be shown once it is complete: %1</source>
        <translation>Sie kann gezeigt werden, sobald sie vollständig ist: %1</translation>
    </message>
</context>
<context>
    <name>gatescope::ZipArchive</name>
    <message>
        <source>The zip archive holds %1 files; at most %2 are read.</source>
        <translation>Das zip-Archiv enthält %1 Dateien; gelesen werden höchstens %2.</translation>
    </message>
    <message>
        <source>The zip archive holds no %1.</source>
        <translation>Das zip-Archiv enthält kein %1.</translation>
    </message>
    <message>
        <source>%1 in the zip archive has %2 bytes; at most %3 are read.</source>
        <translation>%1 im zip-Archiv hat %2 Bytes; gelesen werden höchstens %3.</translation>
    </message>
    <message>
        <source>%1 in the zip archive would grow from %2 bytes to %3, which no network does.</source>
        <translation>%1 im zip-Archiv würde von %2 Bytes auf %3 wachsen, was kein Netz tut.</translation>
    </message>
</context>
<context>
    <name>gatescope::gpu</name>
    <message>
        <source>%1 is not finite in single precision. Use smaller weights, or the reference backend.</source>
        <translation>%1 ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte oder das Backend reference.</translation>
    </message>
    <message>
        <source>The head&apos;s output is not finite in single precision. Use smaller weights, or the reference backend.</source>
        <translation>Die Ausgabe des Kopfes ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte oder das Backend reference.</translation>
    </message>
    <message>
        <source>The gradient at %1 is not finite in single precision. Use smaller weights, a shorter sequence, or the reference backend.</source>
        <translation>Der Gradient an %1 ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte, eine kürzere Folge oder das Backend reference.</translation>
    </message>
    <message>
        <source>A gradient is not finite in single precision. Use smaller weights, a shorter sequence, or the reference backend.</source>
        <translation>Ein Gradient ist in einfacher Genauigkeit nicht endlich. Nehmen Sie kleinere Gewichte, eine kürzere Folge oder das Backend reference.</translation>
    </message>
    <message>
        <source>The cuda backend has no %1: use the reference backend.</source>
        <translation>Das Backend cuda kennt kein(e) %1: Nehmen Sie das Backend reference.</translation>
    </message>
    <message>
        <source>The cuda backend holds no values: use the reference backend, or remove the pins.</source>
        <translation>Das Backend cuda hält keine Werte fest: Nehmen Sie das Backend reference oder lösen Sie die festgehaltenen Werte.</translation>
    </message>
    <message>
        <source>The gradient is not finite, or too large for single precision. Use a smaller learning rate, a shorter sequence, or the reference backend.</source>
        <translation>Der Gradient ist nicht endlich oder zu groß für einfache Genauigkeit. Nehmen Sie eine kleinere Lernrate, eine kürzere Folge oder das Backend reference.</translation>
    </message>
    <message>
        <source>A library of the CUDA toolkit is missing: %1. Install cuBLAS of CUDA 13.</source>
        <translation>Eine Bibliothek des CUDA-Toolkits fehlt: %1. Installieren Sie cuBLAS von CUDA 13.</translation>
    </message>
    <message>
        <source>%1 has no function %2: install cuBLAS of CUDA 13.</source>
        <translation>%1 hat keine Funktion %2: Installieren Sie cuBLAS von CUDA 13.</translation>
    </message>
    <message>
        <source>There is no driver of NVIDIA, or one older than CUDA 13: install or update it.</source>
        <translation>Es gibt keinen Treiber von NVIDIA, oder er ist älter als CUDA 13: Installieren oder aktualisieren Sie ihn.</translation>
    </message>
    <message>
        <source>There is no device of NVIDIA in this computer.</source>
        <translation>In diesem Computer ist kein Gerät von NVIDIA.</translation>
    </message>
    <message>
        <source>%1 has compute capability %2.%3, but the module needs 8.0 or more.</source>
        <translation>%1 hat die Compute Capability %2.%3, aber das Modul braucht mindestens 8.0.</translation>
    </message>
    <message>
        <source>One kernel for all steps takes up to %1 units in multiples of 4, not %2.</source>
        <translation>Ein einziger Kernel für alle Schritte nimmt bis zu %1 Einheiten in Vielfachen von 4, nicht %2.</translation>
    </message>
    <message>
        <source>The weights of %1 units do not fit into the registers of a block.</source>
        <translation>Die Gewichte von %1 Einheiten passen nicht in die Register eines Blocks.</translation>
    </message>
    <message>
        <source>The %1 blocks that hold the weights of %2 units do not run on this device at once.</source>
        <translation>Die %1 Blöcke, die die Gewichte von %2 Einheiten halten, laufen auf diesem Gerät nicht gleichzeitig.</translation>
    </message>
    <message>
        <source>%1 sequences of %2 units are multiplied as quickly step by step.</source>
        <translation>%1 Folgen mit %2 Einheiten sind Schritt für Schritt ebenso schnell multipliziert.</translation>
    </message>
    <message>
        <source>What %1 sequences need does not fit into the memory that a block shares.</source>
        <translation>Was %1 Folgen brauchen, passt nicht in den Speicher, den ein Block teilt.</translation>
    </message>
    <message>
        <source>within the block</source>
        <translation>innerhalb des Blocks</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>%1 × %2 blocks of %3 units, %4 × %5 sequences a step, exchanged %6</source>
        <translation>%1 × %2 Blöcke mit je %3 Einheiten, %4 × %5 Folgen je Schritt, ausgetauscht %6</translation>
    </message>
    <message>
        <source>twice %1</source>
        <translation>zweimal %1</translation>
    </message>
</context>
<context>
    <name>gatescope::gpu::CudaDevice</name>
    <message>
        <source>No memory can be taken from the CUDA device while its work is recorded.</source>
        <translation>Vom CUDA-Gerät kann kein Speicher genommen werden, während seine Arbeit aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>The CUDA device has no %1 MiB of memory left (%2): make the batch or the network smaller.</source>
        <translation>Das CUDA-Gerät hat keine %1 MiB Speicher mehr frei (%2): Machen Sie den Batch oder das Netz kleiner.</translation>
    </message>
    <message>
        <source>Nothing can be copied to or from the CUDA device while its work is recorded.</source>
        <translation>Zum CUDA-Gerät und von ihm kann nichts kopiert werden, während seine Arbeit aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>The variable GATESCOPE_PLAIN asks for it.</source>
        <translation>Die Variable GATESCOPE_PLAIN verlangt es so.</translation>
    </message>
    <message>
        <source>The device does not run the %1 blocks of a group, each of %2 threads, at once.</source>
        <translation>Das Gerät führt die %1 Blöcke einer Gruppe mit je %2 Threads nicht gleichzeitig aus.</translation>
    </message>
    <message>
        <source>it was chosen</source>
        <translation>als es ausgewählt wurde</translation>
    </message>
    <message>
        <source>a stream was made</source>
        <translation>als ein Stream angelegt wurde</translation>
    </message>
    <message>
        <source>cuBLAS was prepared</source>
        <translation>als cuBLAS vorbereitet wurde</translation>
    </message>
    <message>
        <source>it was asked what it is</source>
        <translation>als es gefragt wurde, was es ist</translation>
    </message>
    <message>
        <source>memory was poisoned</source>
        <translation>als Speicher unbrauchbar gemacht wurde</translation>
    </message>
    <message>
        <source>memory was freed</source>
        <translation>als Speicher freigegeben wurde</translation>
    </message>
    <message>
        <source>numbers were copied to it</source>
        <translation>als Zahlen zu ihm kopiert wurden</translation>
    </message>
    <message>
        <source>numbers were copied from it</source>
        <translation>als Zahlen von ihm kopiert wurden</translation>
    </message>
    <message>
        <source>numbers were copied</source>
        <translation>als Zahlen kopiert wurden</translation>
    </message>
    <message>
        <source>memory was cleared</source>
        <translation>als Speicher geleert wurde</translation>
    </message>
    <message>
        <source>matrices were multiplied</source>
        <translation>als Matrizen multipliziert wurden</translation>
    </message>
    <message>
        <source>a kernel was started</source>
        <translation>als ein Kernel gestartet wurde</translation>
    </message>
    <message>
        <source>a kernel of all steps was started</source>
        <translation>als ein Kernel für alle Schritte gestartet wurde</translation>
    </message>
    <message>
        <source>its work was recorded</source>
        <translation>als seine Arbeit aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>its work was made a graph</source>
        <translation>als aus seiner Arbeit ein Graph wurde</translation>
    </message>
    <message>
        <source>a graph was started</source>
        <translation>als ein Graph gestartet wurde</translation>
    </message>
    <message>
        <source>it computed</source>
        <translation>als es rechnete</translation>
    </message>
    <message>
        <source>memory was allocated</source>
        <translation>als Speicher belegt wurde</translation>
    </message>
</context>
<context>
    <name>gatescope::gpu::DeviceTraining</name>
    <message>
        <source>The device&apos;s memory does not hold the batch: %1 of its %2 sequences are taken at a time.</source>
        <translation>Der Batch passt nicht in den Speicher des Geräts: Es werden jeweils %1 seiner %2 Folgen genommen.</translation>
    </message>
    <message>
        <source>The loss is not finite. Use a smaller learning rate.</source>
        <translation>Der Verlust ist nicht endlich. Nehmen Sie eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>An update is not one CUDA graph; its works are started one by one. %1</source>
        <translation>Eine Aktualisierung ist kein CUDA-Graph; ihre Arbeiten werden einzeln gestartet. %1</translation>
    </message>
    <message>
        <source>An update is one CUDA graph of %1 nodes.</source>
        <translation>Eine Aktualisierung ist ein einziger CUDA-Graph mit %1 Knoten.</translation>
    </message>
    <message>
        <source>%1 would no longer be finite. Use a smaller learning rate.</source>
        <translation>%1 wäre nicht mehr endlich. Nehmen Sie eine kleinere Lernrate.</translation>
    </message>
</context>
<context>
    <name>gatescope::gpu::Learner</name>
    <message>
        <source>A weight</source>
        <translation>Ein Gewicht</translation>
    </message>
</context>
<context>
    <name>gatescope::gpu::NetworkPass</name>
    <message>
        <source>Each step is computed by itself. %1</source>
        <translation>Jeder Schritt wird für sich gerechnet. %1</translation>
    </message>
    <message>
        <source>All steps of a layer are one kernel: %1.</source>
        <translation>Alle Schritte einer Schicht sind ein einziger Kernel: %1.</translation>
    </message>
    <message>
        <source>The kernel for all steps does not record every part&apos;s gradient.</source>
        <translation>Der Kernel für alle Schritte zeichnet nicht den Gradienten jedes Teils auf.</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>Line %1 has %2 values, expected %3 as in the lines before.</source>
        <translation>Zeile %1 hat %2 Werte, erwartet werden %3 wie in den Zeilen davor.</translation>
    </message>
    <message>
        <source>Line %1: the table has more than %2 numbers.</source>
        <translation>Zeile %1: Die Tabelle hat mehr als %2 Zahlen.</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>%1 has %2 different letters; expected 1 … %3.</source>
        <translation>%1 hat %2 verschiedene Buchstaben; erwartet werden 1 … %3.</translation>
    </message>
    <message>
        <source>loss below 0.01</source>
        <translation>Verlust unter 0.01</translation>
    </message>
    <message>
        <source>accuracy above 0.99</source>
        <translation>Genauigkeit über 0.99</translation>
    </message>
    <message>
        <source>NRMSE below every baseline</source>
        <translation>NRMSE unter jeder Vergleichslinie</translation>
    </message>
    <message>
        <source>accuracy above 0.97</source>
        <translation>Genauigkeit über 0.97</translation>
    </message>
    <message>
        <source>bits per character below the bigram baseline</source>
        <translation>Bit je Zeichen unter der Vergleichslinie der Bigramme</translation>
    </message>
    <message>
        <source>perplexity below the bigram baseline</source>
        <translation>Perplexität unter der Vergleichslinie der Bigramme</translation>
    </message>
    <message>
        <source>single precision, vectorised for this processor</source>
        <translation>einfache Genauigkeit, für diesen Prozessor vektorisiert</translation>
    </message>
    <message>
        <source>double precision, written as the equations are (Eigen)</source>
        <translation>doppelte Genauigkeit, geschrieben, wie die Gleichungen es sind (Eigen)</translation>
    </message>
    <message>
        <source>bits per character less than 0.03 above those of one who adds without a mistake</source>
        <translation>Bit je Zeichen weniger als 0.03 über denen, die bei fehlerfreiem Addieren bleiben</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Die Berechtigung fehlt</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ein Teil des Pfades ist kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Es gibt sie schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Name ist zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Der Datenträger lässt sich nur lesen</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Der zugeteilte Platz ist verbraucht</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Das Gerät meldet einen Fehler</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele symbolische Verknüpfungen führen zueinander</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das Gerät ist belegt</translation>
    </message>
    <message>
        <source>end of input</source>
        <translation>das Ende der Eingabe</translation>
    </message>
    <message>
        <source>string literal</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>number literal</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true literal</source>
        <translation>true</translation>
    </message>
    <message>
        <source>false literal</source>
        <translation>false</translation>
    </message>
    <message>
        <source>null literal</source>
        <translation>null</translation>
    </message>
    <message>
        <source>&apos;[&apos;, &apos;{&apos;, or a literal</source>
        <translation>&apos;[&apos;, &apos;{&apos; oder ein Literal</translation>
    </message>
    <message>
        <source>invalid literal</source>
        <translation>das ist kein Wort von JSON</translation>
    </message>
    <message>
        <source>invalid string: missing closing quote</source>
        <translation>einem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>invalid string: forbidden character after backslash</source>
        <translation>nach dem Rückstrich steht ein Zeichen, das dort nicht stehen darf</translation>
    </message>
    <message>
        <source>invalid string: ill-formed UTF-8 byte</source>
        <translation>ein Byte ist kein UTF-8</translation>
    </message>
    <message>
        <source>invalid number; expected digit after &apos;-&apos;</source>
        <translation>nach &apos;-&apos; wird eine Ziffer erwartet</translation>
    </message>
    <message>
        <source>invalid number; expected digit after &apos;.&apos;</source>
        <translation>nach &apos;.&apos; wird eine Ziffer erwartet</translation>
    </message>
    <message>
        <source>invalid number; expected &apos;+&apos;, &apos;-&apos;, or digit after exponent</source>
        <translation>nach dem Exponenten wird &apos;+&apos;, &apos;-&apos; oder eine Ziffer erwartet</translation>
    </message>
    <message>
        <source>invalid number; expected digit after exponent sign</source>
        <translation>nach dem Vorzeichen des Exponenten wird eine Ziffer erwartet</translation>
    </message>
    <message>
        <source>the digits of a whole number</source>
        <translation>die Ziffern einer ganzen Zahl</translation>
    </message>
    <message>
        <source>the looks of its text</source>
        <translation>das Aussehen ihres Textes</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>The zip archive holds no data.pkl, which torch.save() would have written.</source>
        <translation>Das zip-Archiv enthält keine data.pkl, die torch.save() geschrieben hätte.</translation>
    </message>
    <message>
        <source>The file has the byte order %1, expected little.</source>
        <translation>Die Datei hat die Byte-Reihenfolge %1, erwartet wird little.</translation>
    </message>
    <message>
        <source>The CUDA device failed while %1: %2.</source>
        <translation>Das CUDA-Gerät hat versagt, %1: %2.</translation>
    </message>
    <message>
        <source>A phone said something that is no message.</source>
        <translation>Ein Handy hat etwas gesendet, das keine Nachricht ist.</translation>
    </message>
</context>
</TS>
