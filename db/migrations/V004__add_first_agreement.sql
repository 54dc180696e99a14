-- A template text of our own. The operator replaces it by a text approved by its own lawyers.
insert into agreement (id, version, country, effective_from) values
  ('0193a5c0-0000-7000-8000-000000000001', '2026-11', 'ZZ', '2026-01-01 00:00:00');

set @body = 'This is a template text. It was written for this portal and is not an agreement published by Microsoft. The operator of the portal replaces it with a text approved by its own lawyers before customers are asked to accept it.

## 1. About this agreement

This agreement is between your organization and Microsoft. It covers the cloud products that your partners order for you. It begins when a Global admin of your organization accepts it on this portal, which records who accepted which version, when and in which language.

## 2. Definitions

A partner is a company that sells you products under a reseller relationship, directly or through an indirect provider. A product is an online service or software that you use under a subscription. A Global admin holds that role in your organization’s directory. Your data is everything that you and your users put into a product.

## 3. Using the products

You may use each product for the purposes of your own organization while its subscription is active, as the product’s terms allow. Where they ask for a licence, every user needs one. You may not resell a product, get round its technical limits, or use it to break the law or to harm others.

## 4. Orders, prices and payment

You order products through a partner with which you have a reseller relationship. The partner or its indirect provider places the order. You may work with several partners at once. A new relationship does not change your existing subscriptions, their terms or who sold them.

Prices, invoices and payment are agreed between you and your partner. If you do not pay, the partner may suspend the subscriptions it sold, as far as your contract allows.

## 5. What a partner may do

Only a Global admin can accept a partner’s request, after seeing what it asks for. A reseller relationship lets the partner sell to you, renew and change the subscriptions it sold, and manage Azure subscriptions that it set up for you. By itself it does not let the partner manage your users, licences or settings.

Delegated admin privileges are separate. If you grant them, the partner’s staff act in your directory as Global administrator and Helpdesk administrator: they manage users, licences and settings, reset passwords and open service requests. A Global admin of your organization can take these privileges back at any time under Partner relationships. The reseller relationship and your subscriptions then continue; to end the relationship itself, ask the partner.

## 6. Your data

Your data stays yours. It is processed only to provide and protect the products and to meet legal duties, as the data protection terms of each product describe. A partner with delegated admin privileges may be able to see it, so choose partners with care.

## 7. Security and accounts

You decide who gets an account and which role. Protect sign-in details, if possible with multi-factor authentication. Tell your partner without delay when an account is misused. You are responsible for what is done with your accounts, unless Microsoft or a partner caused it.

## 8. Support

Your partner supports you. Each subscription has a designated support contact: the organization whose e-mail, phone and web site your users find on the Support page. Until another is chosen, it is the seller of the subscription.

## 9. Term and ending

This agreement has no fixed term. Either side may end it in writing with three months’ notice. Running subscriptions stay under it until they end. Save your data before a subscription ends; afterwards it may be deleted.

## 10. Liability and law

Each side is liable without limit for damage caused on purpose or by gross negligence, and wherever the law does not allow a limit. Otherwise liability covers direct damage only, up to one year’s price of the product concerned. The law of the country in which your organization has its seat applies, and its courts decide. Rights that cannot be waived are not affected.

## 11. Changes to this agreement

The text may change. The portal shows a new version to a Global admin. It applies once accepted; until then, the version you accepted stays in force. New orders may depend on accepting the current version. The portal keeps every version that was accepted.';
insert into agreement_text (agreement_id, language, title, body, digest) values
  ('0193a5c0-0000-7000-8000-000000000001', 'en', 'Microsoft Customer Agreement', @body,
   unhex(sha2(convert(@body using utf8mb4), 256)));

set @body = 'Toto je vzorový text. Byl napsán pro tento portál a není zněním žádné smlouvy, kterou zveřejnila společnost Microsoft. Než budou zákazníci požádáni o jeho přijetí, provozovatel portálu jej nahradí zněním, které schválili jeho právníci.

## 1. O této smlouvě

Tuto smlouvu uzavírá vaše organizace se společností Microsoft. Týká se cloudových produktů, které pro vás objednávají vaši partneři. Účinnosti nabývá okamžikem, kdy ji globální správce vaší organizace přijme na tomto portálu, který zaznamená, kdo přijal kterou verzi, kdy a v jakém jazyce.

## 2. Vymezení pojmů

Partner je společnost, která vám na základě vztahu prodejce prodává produkty, a to přímo, nebo prostřednictvím nepřímého poskytovatele. Produkt je online služba nebo software, které používáte v rámci předplatného. Globální správce je ten, kdo má tuto roli v adresáři vaší organizace. Vaše data jsou vše, co vy a vaši uživatelé do produktu vložíte.

## 3. Používání produktů

Každý produkt smíte používat pro potřeby vlastní organizace po dobu, kdy je jeho předplatné aktivní, a v rozsahu, který dovolují podmínky produktu. Pokud tyto podmínky vyžadují licenci, musí ji mít každý, kdo produkt používá. Produkt nesmíte dále prodávat, obcházet jeho technická omezení ani jej používat k porušování zákona nebo k poškozování druhých.

## 4. Objednávky, ceny a platby

Produkty objednáváte u partnera, se kterým máte vztah prodejce. Objednávku zadává partner nebo jeho nepřímý poskytovatel. Můžete spolupracovat s více partnery současně. Nový vztah nemění vaše stávající předplatná, jejich podmínky ani to, kdo vám je prodal.

Ceny, fakturaci a platby si sjednáváte se svým partnerem. Pokud nezaplatíte, může partner pozastavit předplatná, která vám prodal, v rozsahu, který připouští vaše smlouva s ním.

## 5. Co smí partner

Žádost partnera může přijmout jen globální správce, a to poté, co uvidí, o co partner žádá. Vztah prodejce partnerovi umožňuje prodávat vám produkty, obnovovat a měnit předplatná, která prodal, a spravovat předplatná Azure, která pro vás zřídil. Sám o sobě mu neumožňuje spravovat vaše uživatele, licence ani nastavení.

Delegovaná oprávnění správce jsou samostatná. Pokud je udělíte, pracovníci partnera jednají ve vašem adresáři jako globální správce a správce helpdesku: spravují uživatele, licence a nastavení, resetují hesla a podávají žádosti o služby. Globální správce vaší organizace může tato oprávnění kdykoli odebrat na stránce Vztahy s partnery. Vztah prodejce a vaše předplatná tím nezanikají; o ukončení samotného vztahu požádejte partnera.

## 6. Vaše data

Vaše data zůstávají vaše. Zpracovávají se jen proto, aby bylo možné produkty poskytovat, chránit a plnit zákonné povinnosti, jak popisují podmínky ochrany údajů jednotlivých produktů. Partner s delegovanými oprávněními správce k nim může mít přístup, vybírejte proto partnery pečlivě.

## 7. Zabezpečení a účty

O tom, kdo dostane účet a jakou roli, rozhodujete vy. Přihlašovací údaje chraňte, pokud možno vícefaktorovým ověřováním. Zneužití účtu bez odkladu oznamte svému partnerovi. Za to, co se děje pod vašimi účty, odpovídáte, ledaže to způsobila společnost Microsoft nebo partner.

## 8. Podpora

Podporu vám poskytuje partner. Každé předplatné má určený kontakt podpory, tedy organizaci, jejíž e-mail, telefon a web vaši uživatelé najdou na stránce Podpora. Dokud není zvolen jiný, je jím prodávající daného předplatného.

## 9. Trvání a ukončení

Smlouva se uzavírá na dobu neurčitou. Kterákoli strana ji může písemně vypovědět s tříměsíční výpovědní dobou. Na běžící předplatná se smlouva vztahuje až do jejich konce. Než předplatné skončí, uložte si svá data; poté mohou být smazána.

## 10. Odpovědnost a rozhodné právo

Každá strana odpovídá bez omezení za škodu, kterou způsobí úmyslně nebo z hrubé nedbalosti, a také všude tam, kde zákon omezení odpovědnosti nepřipouští. V ostatních případech se odpovědnost vztahuje jen na přímou škodu, a to nejvýše do roční ceny dotčeného produktu. Smlouva se řídí právem státu, ve kterém má vaše organizace sídlo, a spory rozhodují soudy tohoto státu. Práva, kterých se nelze vzdát, zůstávají nedotčena.

## 11. Změny této smlouvy

Text smlouvy se může změnit. Novou verzi portál předloží globálnímu správci. Platí až po přijetí; do té doby zůstává v platnosti verze, kterou jste přijali. Nové objednávky mohou být podmíněny přijetím aktuální verze. Portál uchovává každou přijatou verzi.';
insert into agreement_text (agreement_id, language, title, body, digest) values
  ('0193a5c0-0000-7000-8000-000000000001', 'cs', 'Smlouva se zákazníkem Microsoftu', @body,
   unhex(sha2(convert(@body using utf8mb4), 256)));

set @body = 'To jest tekst wzorcowy. Został napisany na potrzeby tego portalu i nie jest treścią żadnej umowy opublikowanej przez firmę Microsoft. Zanim klienci zostaną poproszeni o jego akceptację, operator portalu zastępuje go tekstem zatwierdzonym przez własnych prawników.

## 1. O tej umowie

Umowa jest zawierana między Państwa organizacją a firmą Microsoft. Dotyczy produktów w chmurze, które zamawiają dla Państwa partnerzy. Zaczyna obowiązywać w chwili, gdy administrator globalny Państwa organizacji zaakceptuje ją w tym portalu, który zapisuje, kto zaakceptował którą wersję, kiedy i w jakim języku.

## 2. Definicje

Partner to firma, która na podstawie relacji odsprzedawcy sprzedaje Państwu produkty bezpośrednio lub za pośrednictwem dostawcy pośredniego. Produkt to usługa online lub oprogramowanie, z których korzystają Państwo w ramach subskrypcji. Administrator globalny to osoba, która ma tę rolę w katalogu Państwa organizacji. Państwa dane to wszystko, co Państwo i Państwa użytkownicy umieszczają w produkcie.

## 3. Korzystanie z produktów

Z każdego produktu mogą Państwo korzystać na potrzeby własnej organizacji, dopóki jego subskrypcja jest aktywna, w zakresie określonym w warunkach produktu. Jeżeli warunki te wymagają licencji, musi ją mieć każda osoba korzystająca z produktu. Nie wolno odsprzedawać produktu, obchodzić jego ograniczeń technicznych ani używać go do łamania prawa lub na szkodę innych.

## 4. Zamówienia, ceny i płatności

Produkty zamawiają Państwo u partnera, z którym łączy Państwa relacja odsprzedawcy. Zamówienie składa partner lub jego dostawca pośredni. Mogą Państwo współpracować z kilkoma partnerami jednocześnie. Nowa relacja nie zmienia istniejących subskrypcji, ich warunków ani tego, kto je sprzedał.

Ceny, faktury i płatności uzgadniają Państwo ze swoim partnerem. W razie braku zapłaty partner może wstrzymać sprzedane przez siebie subskrypcje w zakresie, na jaki pozwala Państwa umowa z nim.

## 5. Co może robić partner

Prośbę partnera może zaakceptować tylko administrator globalny, po zapoznaniu się z tym, o co partner prosi. Relacja odsprzedawcy pozwala partnerowi sprzedawać Państwu produkty, odnawiać i zmieniać sprzedane przez siebie subskrypcje oraz zarządzać subskrypcjami platformy Azure, które dla Państwa utworzył. Sama w sobie nie pozwala mu zarządzać Państwa użytkownikami, licencjami ani ustawieniami.

Delegowane uprawnienia administratora są od niej niezależne. Jeżeli ich Państwo udzielą, pracownicy partnera działają w Państwa katalogu jako administrator globalny i administrator pomocy technicznej: zarządzają użytkownikami, licencjami i ustawieniami, resetują hasła i składają żądania obsługi. Administrator globalny Państwa organizacji może w każdej chwili odebrać te uprawnienia na stronie Relacje z partnerami. Relacja odsprzedawcy i subskrypcje trwają wtedy nadal; o zakończenie samej relacji należy poprosić partnera.

## 6. Państwa dane

Państwa dane należą do Państwa. Są przetwarzane wyłącznie po to, aby udostępniać i chronić produkty oraz wypełniać obowiązki prawne, zgodnie z warunkami ochrony danych poszczególnych produktów. Partner z delegowanymi uprawnieniami administratora może mieć do nich dostęp, dlatego prosimy starannie wybierać partnerów.

## 7. Bezpieczeństwo i konta

To Państwo decydują, kto otrzymuje konto i jaką rolę. Dane logowania należy chronić, w miarę możliwości za pomocą uwierzytelniania wieloskładnikowego. O nadużyciu konta należy niezwłocznie powiadomić partnera. Odpowiadają Państwo za działania wykonane przy użyciu Państwa kont, chyba że ich przyczyna leży po stronie firmy Microsoft lub partnera.

## 8. Pomoc techniczna

Pomocy technicznej udziela Państwu partner. Każda subskrypcja ma wyznaczony kontakt pomocy technicznej, czyli organizację, której adres e-mail, telefon i witrynę internetową użytkownicy znajdą na stronie Pomoc techniczna. Dopóki nie zostanie wybrany inny, jest nim sprzedawca subskrypcji.

## 9. Czas trwania i zakończenie

Umowa jest zawarta na czas nieokreślony. Każda ze stron może ją wypowiedzieć na piśmie z zachowaniem trzymiesięcznego okresu wypowiedzenia. Do trwających subskrypcji umowa ma zastosowanie aż do ich zakończenia. Przed końcem subskrypcji należy zapisać swoje dane; później mogą one zostać usunięte.

## 10. Odpowiedzialność i prawo właściwe

Każda ze stron odpowiada bez ograniczeń za szkodę wyrządzoną umyślnie lub wskutek rażącego niedbalstwa, a także wszędzie tam, gdzie prawo nie pozwala ograniczyć odpowiedzialności. W pozostałych przypadkach odpowiedzialność obejmuje tylko szkodę bezpośrednią i nie przekracza rocznej ceny danego produktu. Umowa podlega prawu państwa, w którym Państwa organizacja ma siedzibę, a spory rozstrzygają sądy tego państwa. Prawa, których nie można się zrzec, pozostają nienaruszone.

## 11. Zmiany tej umowy

Treść umowy może się zmienić. Nową wersję portal przedstawia administratorowi globalnemu. Obowiązuje ona dopiero po akceptacji; do tego czasu obowiązuje wersja zaakceptowana wcześniej. Nowe zamówienia mogą zależeć od akceptacji aktualnej wersji. Portal przechowuje każdą zaakceptowaną wersję.';
insert into agreement_text (agreement_id, language, title, body, digest) values
  ('0193a5c0-0000-7000-8000-000000000001', 'pl', 'Umowa z Klientem Microsoft', @body,
   unhex(sha2(convert(@body using utf8mb4), 256)));

set @body = 'Ez egy mintaszöveg. Ehhez a portálhoz készült, és nem egyezik a Microsoft által közzétett egyetlen szerződés szövegével sem. A portál üzemeltetője a saját jogászai által jóváhagyott szövegre cseréli, mielőtt az ügyfeleket az elfogadására kérné.

## 1. A szerződésről

Ez a szerződés az Ön szervezete és a Microsoft között jön létre. Azokra a felhőtermékekre vonatkozik, amelyeket az Ön partnerei rendelnek meg az Ön szervezete számára. Akkor lép hatályba, amikor az Ön szervezetének egyik globális rendszergazdája elfogadja ezen a portálon; a portál rögzíti, hogy ki, mikor, melyik verziót és milyen nyelven fogadta el.

## 2. Fogalmak

Partner: az a cég, amely viszonteladói kapcsolat alapján, közvetlenül vagy közvetett szolgáltatón keresztül értékesít termékeket az Ön szervezetének. Termék: az az online szolgáltatás vagy szoftver, amelyet az Ön szervezete előfizetés keretében használ. Globális rendszergazda: az, aki ezt a szerepkört az Ön szervezetének címtárában betölti. Az Ön adatai: minden, amit Ön és felhasználói egy termékben elhelyeznek.

## 3. A termékek használata

Az Ön szervezete az egyes termékeket saját céljaira használhatja, amíg a termék előfizetése aktív, és amennyire a termék feltételei megengedik. Ha ezek a feltételek licencet írnak elő, a termék minden felhasználójának rendelkeznie kell vele. Tilos a terméket továbbértékesíteni, műszaki korlátait megkerülni, illetve jogsértésre vagy mások megkárosítására használni.

## 4. Rendelések, árak és fizetés

Az Ön szervezete attól a partnertől rendel termékeket, amellyel viszonteladói kapcsolatban áll. A rendelést a partner vagy annak közvetett szolgáltatója adja le. Egyszerre több partnerrel is együttműködhet. Egy új kapcsolat nem változtatja meg sem a meglévő előfizetéseket és azok feltételeit, sem azt, hogy ki értékesítette őket.

Az árakról, a számlázásról és a fizetésről Ön a partnerével állapodik meg. Ha a fizetés elmarad, a partner felfüggesztheti az általa értékesített előfizetéseket, amennyire az Önnel kötött szerződése megengedi.

## 5. Mit tehet a partner

A partner kérését csak globális rendszergazda fogadhatja el, miután látta, mit kér a partner. A viszonteladói kapcsolat alapján a partner termékeket értékesíthet Önnek, megújíthatja és módosíthatja az általa értékesített előfizetéseket, és kezelheti azokat az Azure-előfizetéseket, amelyeket ő hozott létre az Ön számára. A kapcsolat önmagában nem jogosítja fel arra, hogy az Ön felhasználóit, licenceit vagy beállításait kezelje.

A delegált rendszergazdai jogosultságok ettől függetlenek. Ha Ön megadja őket, a partner munkatársai globális rendszergazdaként és ügyfélszolgálati rendszergazdaként járnak el az Ön címtárában: kezelik a felhasználókat, a licenceket és a beállításokat, alaphelyzetbe állítják a jelszavakat, és szolgáltatáskéréseket nyitnak. Ezeket a jogosultságokat az Ön szervezetének globális rendszergazdája a Partnerkapcsolatok oldalon bármikor visszavonhatja. A viszonteladói kapcsolat és az előfizetések ettől még megmaradnak; magának a kapcsolatnak a megszüntetését a partnertől lehet kérni.

## 6. Az Ön adatai

Az Ön adatai az Önéi maradnak. Kezelésük kizárólag a termékek nyújtása és védelme, valamint jogi kötelezettségek teljesítése érdekében történik, az egyes termékek adatvédelmi feltételei szerint. A delegált rendszergazdai jogosultságokkal rendelkező partner hozzáférhet az adatokhoz, ezért körültekintően válasszon partnert.

## 7. Biztonság és fiókok

Ön dönti el, ki kap fiókot és milyen szerepkört. A bejelentkezési adatokat védje, lehetőség szerint többtényezős hitelesítéssel. Ha egy fiókkal visszaéltek, haladéktalanul értesítse partnerét. A fiókjaival végzett műveletekért az Ön szervezete felel, kivéve, ha azokat a Microsoft vagy egy partner okozta.

## 8. Támogatás

A támogatást az Ön partnere nyújtja. Minden előfizetésnek van kijelölt támogatási kapcsolattartója: ez az a szervezet, amelynek e-mail-címét, telefonszámát és webhelyét a felhasználók a Támogatás oldalon találják. Amíg mást nem választanak, a kapcsolattartó az előfizetés értékesítője.

## 9. Időtartam és megszűnés

A szerződés határozatlan időre szól. Bármelyik fél írásban, három hónapos felmondási idővel felmondhatja. A még futó előfizetésekre a szerződés azok végéig vonatkozik. Mentse adatait az előfizetés vége előtt, mert azután törölhetők.

## 10. Felelősség és irányadó jog

Mindkét fél korlátozás nélkül felel a szándékosan vagy súlyos gondatlansággal okozott kárért, továbbá minden olyan esetben, amikor a felelősség jogszabály szerint nem korlátozható. Egyéb esetben a felelősség csak a közvetlen kárra terjed ki, legfeljebb az érintett termék egyévi áráig. A szerződésre annak az államnak a joga irányadó, amelyben az Ön szervezetének székhelye van, és a jogvitákban ennek az államnak a bíróságai döntenek. Azokat a jogokat, amelyekről nem lehet lemondani, a szerződés nem érinti.

## 11. A szerződés módosítása

A szerződés szövege változhat. Az új verziót a portál bemutatja egy globális rendszergazdának. Ez csak elfogadása után érvényes; addig a korábban elfogadott verzió marad hatályban. Az új rendelések feltétele lehet az aktuális verzió elfogadása. A portál minden elfogadott verziót megőriz.';
insert into agreement_text (agreement_id, language, title, body, digest) values
  ('0193a5c0-0000-7000-8000-000000000001', 'hu', 'Microsoft Ügyfélszerződés', @body,
   unhex(sha2(convert(@body using utf8mb4), 256)));
