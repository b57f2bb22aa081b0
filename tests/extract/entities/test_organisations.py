from dataclasses import replace

import pytest

from extract.entities.organisations import OrganisationFinding
from extract.entities.organisations.component import abbreviates
from extract.entities.persons import PersonFinding
from tests.extract.entities.marked import NORDLEV, expected, found, plain, surfaces


@pytest.mark.parametrize(
    "marked",
    [
        "Formålet med samarbejdet med [[KYSTjob]] er nået. [[KYSTjob]] holder fest, og [[KYSTjobs]] hold er klar.",
        "[[Net4]] er et nyt samarbejde mellem kommunerne [[Ishøj]], [[Nordlev]] og [[Randers]]. Om [[Net4]]-aftalen.",
        "Vi vil en partnerskabsaftale med [[Den Grønne Havfond]] og [[Strandholt]]. Borgerne roser [[Strandholt]].",
        "Borgmesteren sidder i styregruppen i [[Job Havbjerg]]. Budgettet for [[Jobhavbjerg]] er lagt.",
        "[[Nordlev Erhvervsråd]] og [[Grundejerforeningen Solbakken]] er hørt sammen med [[Nordlev Varme A/S]].",
        "[[Ungerådet BØLGEN]] holder oplæg. Medlemmer af [[Ungerådet]] deltager; [[ungerådets]] formand taler.",
        "Leverandøren [[Havblik]] har meldt afbud, og foreningen [[Åbne Døre]] holder fest.",
        "[[Ingeniørfirmaet Krog & Holm]], [[H. P. Møllers Kunstfond]] og [[Havbjerg Roerforbund]] bidrager til huset.",
        "Sag om [[Høje Taastrup]], [[Nørreby]] og [[Nordlev]] kommuner, bestyrelsen for [[Nordlev Marina]].",
        "Rådgiverfirmaet [[COWI]] og [[Natur- og Havrådet]] er spurgt.",
        "Formanden for [[DH-Nordlev]] stillede forslaget.",
        "[[FagMED Teknik og Klima]] har drøftet sagen. [[FagMED]] er enig.",
        "[[Styrelsen for Arbejdsmarked og Rekruttering (STAR)]] skrev. [[STAR]] venter på [[KL]] og [[KL's]] udvalg.",
        "Svaret kom fra [[Udbetaling Danmark]], siger [[Nordlev Kommune]] i et svar til [[Region Nordjylland]].",
        "Kommunen har talt med [[Odense]] og [[Randers Kommune]] om [[regeringens]] udspil.",
        "[[Louis Strand-fonden]] støtter [[Sejlklubben Søby Bugt]] og VHF-radioer. Fra [[Strandfonden]] er der nej.",
        "Ifølge [[Nordlev Harmoniorkester]] er afdeling B. [[Nordlev Boligselskab]] enig. [[C. Holms Fond]] er ikke.",
        "Havnen og [[Strandlunden I/S]] er to. Derfor skal [[Strandlunden I/S]] høres.",
        "Aftale mellem [[Nordlevs Kommune]] og [[Ishøj Kommune]].",
        "Vi hørte [[Plejecenter Solbakken]]. Leder af [[Plejecenter Solbakken]] deltager.",
        "Brev fra [[Sdr. Nordlev Jagtforening]] og [[Foreningen Gl. Mølle]] til [[KL]] og [[Havn A/S]].",
        "[[Havnealliancen]] og [[Nordlev Amt]] skrev til [[Politiet i Søby]], [[Dansk Havbad]] og [[Blåt Råd]].",
        "[[Strandby Kommune]] har svaret sammen med [[Randers Kommune]], [[Sandby Kommune]] og [[Søby Kunsthal]].",
        "[[Statsforvaltningen Søby]] og [[Ministeriet for Havne og Broer]] svarede [[Svømmeklubben Delfin af 1923]].",
        "[[Søby Svømmeklub Delfinen]] og [[FOA Nordlev]] og [[Omsorgshuset Birken ApS]] er enige.",
        "[[Fonden Frk. Holms Minde]], [[A.P. Krags Fond]] og [[Bølge & von Sand Rådgivning G/S]] bidrager.",
        "Valg til bestyrelsen for [[Søby Museum]] J.nr. 33 og [[Havnens Varme A.m.b.a]].",
        "[[FOA]] Peter Hansen skrev. [[Søby Boldklub]] Anna deltog. [[3F Nordlev]] er enig.",
        "Kontrakt med [[KMD]] og leverandøren [[COWI Danmark]] samt [[KMD A/S]].",
        "Kommunerne bag er fire kommuner ([[Odense]], [[Ishøj]], [[Randers]] og [[Nordlev]]).",
    ],
)
def test_partners_are_found_by_grammar_and_lexicon(marked: str) -> None:
    assert surfaces(marked, OrganisationFinding) == expected(marked)


@pytest.mark.parametrize(
    "text",
    [
        "Forvaltningen vurderer, at borgerne bruger MitID, Facebook og Aula. Familieområdet og Trekantområdet vokser.",
        "Samarbejdet med Anna Lund og Bo Krag går godt. Der er indgået aftale med Peter Hansen om vejen.",
        "Samarbejdet med Børn og Unge i Strandby. Aftale med Strandby er på vej, for i Strandby er der liv.",
        "Udvalget drøfter Havnefesten, Kulturstrategi 2030 og projektet Grøn Omstilling. Projektet er et samarbejde.",
        "Data er hentet fra Jobindsats.dk og kl.dk. Byrådet og Økonomiudvalget har sagen.",
        'Borgerne foreslår navnet "Jobcenter Nordlev".',
        "Aftalen mellem Liberal Alliance og Venstre. Kontrakt med Direktøren.",
        "Sag fra Strandlunden Kommune, i Taastrup Kommune, i Nordle Kommune.",
        "Nordby og Søby Sygehus er enige.",
        "Kontrakt med KMD Nexus om drift. Leverandøren KMD Nexus og samarbejdet med KMD Opus Løn. KMD Nexus er nyt.",
        "Nordlev Seniordans og Nordlev Petanque og Søby Pastorat holder fest i Fritidshuset Ankeret.",
        "Brugerne af KMD Nexus er glade. Set: MS HK RI. Danmarks Havplan er vedtaget.",
        "Lov om social service gælder. Som Kommune skal vi spare. Området vokser.",
        "Hanne Meldgaard, Karen Rambøll, Peter Falck, H.C. Ørsted og Jens Ballisager bor i Ørsted.",
        "Marius Pedersen og Carl Bro søger om carport. IDA spilles på skolen.",
    ],
)
def test_what_is_no_organisation_is_left_alone(text: str) -> None:
    assert surfaces(text, OrganisationFinding) == []


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Leder af [[Strandlund Plejecenter]] Lone Dahl deltager under punktet.", "Strandlund Plejecenter"),
        ("Leder af Plejecenter Solbakken Lone Dahl deltager.", None),
        ("Leder af Plejecenter Lone Dahl, deltager.", None),
        ("Forstander på Børnehuset Lone Dahl fra Søby.", None),
        ("Plejecenter Lone Dahl deltager.", None),
        ("Formand for [[Ældrerådet]] Lone Dahl orienterede. [[Ældrerådet]] takkede.", "Ældrerådet"),
        ("Formanden for foreningen Lone Dahl er her.", None),
        ("Leder af Jobcenter Lone Dahl deltager.", None),
        ("Lederen af plejecentret Lone Dahl fremlægger sagen.", None),
    ],
)
def test_a_person_is_no_part_of_an_organisation(marked: str, name: str | None) -> None:
    assert surfaces(marked, OrganisationFinding) == expected(marked)
    assert {one.name for one in found(plain(marked), OrganisationFinding)} == ({name} if name else set())


@pytest.mark.parametrize(
    "marked",
    [
        "Lægehuset Anna Friis lukker. Kommunen skrev til Lægehuset Anna Friis.",
        "Tegnestuen Per Møller har tegnet huset. Tegnestuen P. Møller er enig.",
        "Advokat Bo Lund har skrevet. Advokatfirmaet Bo Bech Lund er enig.",
        "Cykelsmeden v/ Anna Friis har søgt, og firmaet [[Havblik]] v/Anna Friis fik svar.",
        "Aftale med Advokat Bo Bech Lund om vejen. Kontrakt med Tegnestuen Per Bo Møller.",
        "Firmaet Anna Friis og leverandøren Per Møller og entreprenøren Anna B. Friis bød.",
        "Per Møller Arkitekter og Anna Friis Consulting bød.",
        "Arkitektfirmaet Per Møller & Anna Friis bød. Fysioterapien Anna Friis lukker.",
        "Virksomheden Per Møller skiftede navn til Tegnestuen Anna Friis.",
        "Firmaet Per Bo Møller er en virksomhed, der maler.",
        "Driftsaftale mellem [[Nordlev Kommune]] og Lægehuset Anna Friis.",
        "Bestyrelsen for Lægehuset Anna Friis er hørt sammen med dagtilbuddet Anna Friis.",
        # A legal form, a name of one word, a place, or more owners: no one person's
        "[[Per Møller Arkitekter ApS]] og [[Tegnestuen Per Møller A/S]] og [[Anna Friis I/S]] bød.",
        "[[Anna Friis K/S]] og [[Lægehuset Anna Friis P/S]] bød.",
        "[[Lægehuset Solbakken]] og [[Lægehuset Nordlev Havn]], leverandøren [[Havblik]] og [[Tegnestuen Bølgen]].",
        "[[Ingeniørfirmaet Krog & Holm]] bød. Kontrakt med [[Vognmand Per Holm & Søn]] om sne.",
    ],
)
def test_a_business_under_the_name_of_its_one_owner_is_neither_organisation_nor_person(marked: str) -> None:
    assert surfaces(marked, OrganisationFinding) == expected(marked)
    assert surfaces(marked, PersonFinding) == []


def test_a_handicap_organisation_has_one_name() -> None:
    text = "DH Nordlev, DH-Nordlev og Danske Handicaporganisationer-Nordlev og Danske Handicaporganisationer Nordlev."
    assert {one.name for one in found(text, OrganisationFinding)} == {"Danske Handicaporganisationer Nordlev"}


def test_an_owner_loses_its_genitive() -> None:
    names = [one.name for one in found("Der er penge fra Fonden Solkrogens partnerskab.", OrganisationFinding)]
    assert names == ["Fonden Solkrogen"]


def test_a_name_is_canonical() -> None:
    names = {
        one.name: one.known
        for one in found("Formanden for DH-Nordlev og KL's direktør i Randers kommune.", OrganisationFinding)
    }
    assert names == {
        "Danske Handicaporganisationer Nordlev": False,
        "Kommunernes Landsforening": True,
        "Randers Kommune": True,
    }


def test_an_abbreviation_must_stand_in_its_name() -> None:
    assert abbreviates("STAR", "Styrelsen for Arbejdsmarked og Rekruttering")
    assert abbreviates("HBF", "Havbjerg Boldforening")
    assert not abbreviates("KL", "Havbjerg Boldforening")
    assert not abbreviates("Nord", "Nordlev Boldforening")


def test_marks_are_taken_off() -> None:
    assert plain("en [[A/S]] b") == "en A/S b"


@pytest.mark.parametrize(
    "marked",
    [
        "[[Marselisborg]] har gennemført analysen. Udvalget takkede.",
        "Rapporten fra [[Marselisborg]] viser, at [[Marselisborgs]] konsulenter har talt med 40 borgere.",
        "- Præsentation fra [[Marselisborg]]\n- Notat om økonomi",
        "[[Job7]] står for mentorstøtten, mens [[LEVjob]] opsøger virksomhederne. Før hed det [[KLAPjob]].",
        "Aftalen med [[Glad Fonden]] og [[Cabi]] løber til 2025. [[Akademikernes A-kasse]] og [[Krifa]] deltager.",
        "[[Marselisborg Consulting]] bistår kommunen.",
        "Firmaet [[Rambøll]] og [[Ballisager]] har svaret. Ved Havn. [[Rambøll]] og [[Marius Pedersen A/S]] bød.",
        # the place of the same name
        "Familien bor ved Marselisborg Slot, på Marselisborg og i Marselisborg.",
        "[[Marselisborg Gymnasium]] ved Marselisborg Havn. Marselisborg skole er lukket.",
        "Skoledistriktet Marselisborg, skoven ved Marselisborg og slottet Marselisborg. Marselisborg 12 er solgt.",
        "Marselisborg-kvarteret og vejen langs Marselisborg.",
    ],
)
def test_national_partners_are_known_without_introduction_and_told_from_places(marked: str) -> None:
    assert surfaces(marked, OrganisationFinding) == expected(marked)


def test_where_the_place_is_the_bare_name_is_the_place() -> None:
    aarhus = replace(NORDLEV, municipality="Aarhus Kommune")
    text = "[[Marselisborg Consulting]] har talt med beboerne. Marselisborg får nye træer."
    assert surfaces(text, OrganisationFinding, aarhus) == expected(text)


@pytest.mark.parametrize(
    "marked",
    [
        "[[Thyra og Aksel Krags Fond]] har givet tilsagn.",
        "Penge fra [[Realdania]] og [[Aksel Krags Fond]] er modtaget.",
        "Støttet af [[Købmand Simon Holms Mindelegat]].",
        "Både [[Nordlev Fiskeriforening]] og [[Nordfjord Shipping ApS]] støtter projektet.",
        "Bud fra [[Havbo ApS]], [[Vejplan A/S]] og [[Krogs Fond]].",
        "[[Søby Skoleforening]] og [[Bølgen I/S]] er hørt.",
        "[[Værestedet Kajen]] søger om penge. Medlem af [[Værestedet Kajen]] er inhabil.",
        "Vi har talt med værestedet [[Kajen]] om lejemålet.",
        "Bofællesskabet Søgade 12 er solgt. Kommunen ejer bofællesskabet Søgade 12.",
        "[[Museet for Marsk og Hav]] er enig, og [[Museet for Søfart]] også.",
        "[[Borgerforeningen for Nørre Sand og Omegn]] protesterer.",
        "[[Natteravnene i Søby]] og [[Ældre Sagen]] i Søby får penge.",
        "[[Røde Kors]] i Ukraine hjælper. [[Ældre Sagen]] i [[Nordlev Kommune]] også.",
        "[[Grundejerforeningen Sand og Hav]] har svaret. [[Foreningen Kaffe og Kage]] får 5 kr.",
        "[[Grundejerforeningen Egely]] og Parken er to.",
        "[[Foreningen Havn]] og [[DGI]] er enige.",
        "[[Den Selvejende Institution Møllehjulet]] lukker. Driftsaftale med den selvejende institution [[Søhjulet]].",
        "[[Danmarks Lærerforening, kreds 77]] har svaret.",
        "[[Søby Havn]] søger om lån. Priser på [[Søby Havn]] stiger.",
        "Kommunegaranti til [[Søby Havn]]",
        "Bådene ligger i Søby Havn, og Søby Havn er smuk.",
        "Eleverne på [[Fjordskolen]] og [[Engskolen]] rejser. [[Fjordskolen]] er stor.",
        "Han er leder af Musikskolen, Folkeskolen og Ungdomsskolen. Den nye Idrætshallen er åben.",
        "[[I/S Nordfjord Forbrænding]] og [[Interessentskabet Havbo]] er hørt.",
        "[[Aktieselskabet Søby Kro og Sal]] søger om 5 kr.",
        "[[Aktieselskabet Søby Kro og Sal]] er solgt. Nu hedder det [[Den Selvejende Institution Søby Sal]].",
        "[[Foreningen Havn]] og Bro er to. Bro har svaret.",
        "[[Tegnestuen Nord for Kirken ApS]] har tegnet huset.",
        "[[Murer- og Entreprenørfirmaet Krog & Søn A/S]] var billigst.",
        "Det fik navnet [[Søby Varme A/S]]. [[Revisionsfirmaet Krog & Winther]] har set på det.",
        "Borgere i Nordlev. [[Plejecenter Solbakken]] er åbent.",
        "[[LEV Søby]] og [[Natteravnene Søby]] og [[Skole og Forældre Nordlev]].",
        "Lev livet i Søby. Selvhjælp er godt.",
        "Kunsten i Hallen. Gymnastik i [[Hvidåhallen]] og i Svømmehallen.",
        "Formanden for [[FOA Søby]] og [[Omsorgshuset Birk ApS]] er enige.",
        "Aftalegrundlag for [[Job7]]-samarbejdet og [[KLAPjob]]-konsulenten. STAR-puljen er tom.",
        "[[I/S Nordfjord]] Budget 2025 er godkendt.",
        "Fisker Per Havn har søgt om kajplads. Sofia Marina har søgt om byggetilladelse.",
        "Pensionist Anna Havn ønsker at bygge. Tilskud til Jens Hansen Camping.",
        "Restauranten Anna Jensen søger om bevilling. Opholdsstedet Jens Hansen lukker.",
    ],
)
def test_local_names_have_the_forms_that_danish_gives_them(marked: str) -> None:
    assert surfaces(marked, OrganisationFinding) == expected(marked)
