/// Learned weights of ``BoundaryModel``, written by `standpoint-bench train-sentences`; its text form is described
/// there. From UD English EWT (CC BY-SA 4.0) and GUM (annotations CC BY 4.0), train parts, without the documents that
/// measure.
enum BoundaryWeights {
  static let table = """
    0001n04Tja059fd0<>J30<`9p0=0Qp0A]Qp0FnN10O=bp0Q@B20Z8jp0`YUi0bc5p0e?VH0i2Il0iFUi10H6114c5n1<@Ap1>MIp1>bAp1BDQd
    1BT=p1D]YH1EhB41HBkC1QmEa1Vi_51XdEp1]8_?1^Qbp1^[9b1^dIp1b_5p1gTg6252g12=kAh2?KB42@P662C0F12Ce=`2Ddg92IOcJ2K_N3
    2KhEp2L]9o2Plbp2SVJ32WS9p38B_13?ag43Bn=R3JN_13UoB13VgAp3Z7o13e=n_3h`V;42o>=4>mnp4?Xjp4@P:24FG_<4ONjn4S;Qp4Y>bl
    4ZQj^4_1nn4bpfp4fP^p4mh:453Rnf54A:755?2K564265@]1p5BQ:=5Dn5p5H9B=5MQ645O:g45R7V15ZR265[ER85]6Af5^>255aY2@5cNEo
    5eHnh5pjR161c5j64T9o672_668JN26:1:16EN^h6IQbm6NA_=6PhIj6RAo:6SRZ:6^2bo6_2jp6deQp6j8Ak79_np7>8_17Babp7CLMp7G0R?
    7G8>17HlIj7K@F17X5_:7h0_57i_R;7jDEh7mlAl81ZB?83jg784So:88kbc8F6Im8H3J38HlIh8K^R;8N9J;8Tjbf8XXZ18]7jg8hYk58nTk1
    93h2395O2597Kfl9:HB:9;DJ29<^R19?j=c9HeEp9NeMe9OE^m9UOo89YEAp9[kMp9`obp9bN219cNg19d@g39d]^l9hBYp:80=p:9`Ep:AJQp
    :H2^p:LfcB:MQZ1:SHN5:TPB2:Ym_7:^lF8:a>g3:b6fk:b]jp:ki5p;18=m;9Wbm;:<_7;=W:3;FOB1;NDbp;SQ1e;Tgfm;Weg4;fNZ8;nnB3
    <6QV9<<2Ap<@m67<CoYa<DPB;<K55p<LLbn<X3k2<b]k4<dcnb<dn9m<eak1<g2F4<mXc:=0?Ap=69^n=8Enp=IE=m=NPF4=O;1p=P4Ul=Qo9l
    =SVB5=TJ2?=XIB1=_[Im=a9k1=a^Yo=cbB5=e2J3=jo2@=k@><>05El>5:o1>5Ebp>5GEp>;Gjm>SE^l>XS>2>]eR2>o727>pEjp?1HAp?5Cjp
    ?7F:2?7I^p?<dUk?=cB3?DQI]?EC>=?EVR1?XQZ1?XX:7?YjAp?Zmfp?jAUp?k85o@0iB1@4Pnp@9IJ8@;=1h@DbR7@OAJ1@P0np@Z=N6@[JEp
    @c:fc@eEV<@k9>:A8gR1A>]><AFJF1AKRnnAMRJ@ASm:FAWkfgAaa^pAacbpAk:EpAp4jpB2m9bB8E66B<@UbBR:EpB]J=pBabnnBe9bJBnY>5
    C2X66C4^=gC7`R;C9KbpC>3UpC>9AoC@O^pCBXB1CBjZ2CHYEpCIcInCJi22CV8_6CWifjCXA>CC[K^lC]BkGCaYUoCao_3Cj]J5Cn[c4D4^Ep
    D5IEjD5p5nD6AIpDF4J1DO5fpDR>1pDUCF8Df5npDifN6Dk:65E0H^pE43nnE6Fo2E<Bg4EIFUpEQ1bmESJUoEYkV1E^aJDE_bEpEb:^pEcb21
    EiOjiEk`g3EljF2EmAo2EmJo4Eo>c5Eo^AnF1]ApF4921F57N4F=Eg;F=KR>FD7g1FDl5lFHB>4FOmV7FRkQhFTIUlFVik6FWSY]F^9Z1F^PR6
    F^QJ1FaO5pFbhjpFnh2;G4mc;G80>LG9NbiG@?^pGBaF=GGYg1GN5V5GY]V1GZ7fpG[C=pG[UYeG[]o1GeG>^GgGMhGk[N5GlIc3Gmj_1H7X9n
    H9UMfH<BV2HIjJ2HKe24HLkJ3HMPJ1HMoUnHW56FHdIB2HfEnlHjSblHoRfpI:CUfI<T=pIINo2IN7QiINh:6IS8V2IVc:9IX`:II]UR6Ia7R1
    If3V1Igbo1Im6YpIp6g3J3T1pJ4:5NJ6lo1JAhEpJB5R1JFIk1JH0nnJO=1oJY:jkJ`=EfJb:6UJd4bmJhH5pJlm=jK1==oK9L_1K:D9mK;C:5
    K=?5kK@WR5KAo9eKHiV;KJ_N<KNaZCKXTB5K[59lK]<>1K]ON4Kg>B5Kg^EoKjoMjKl0k;KmE61L1EUpL4mYpL>ZQoLA__WLLMYpLQj:1LR>61
    LSDjhLU=21LY9Z1L]JUpL_eQmLd=MpLeDo2Lj]YpLl0B<M1P21M2WN4M3NYhM5^R4M9hJ1M=djpMJl9pMRAZ1MUH5lMZh_6M^2IoM_O^pM`H=p
    MaON2Mf8=iN1N_1N3=_:N<lJ6N?Qg1NP?fpNR4ZRNRWUiNUmboNX61SNaAUpNadJ4O0<g5O12YoO3bbpO4k5pO=;>2OBMMnOF8UoOH7jpOI8=h
    ORJ_1OY^UpO]hg:ObRc8OdLF2OiMg9OkC9pOlREpOm6N1Op8McP1RR2P8a>5P9Qg3P:Uk2P;go:PC?IkPD:YhPDkApPJoZ7PRf26PZbcAP[=J3
    P_V1pPbEjlPcYjpPcdoMPdPZ5Pg9g5Q3>ApQ7h1kQ=nZ6Q>4jnQJh9mQNcJ2QP5:1QYc:7Q^[B7Q^aV1Q_iIpQlTF4QoYIpR2@ApR;h5gR=gbi
    R?]1hR@ONGRBp:6RG:fpRHH9kRSfjpRV=k8RVQbpR^A_8Re_V1RiZo6Rie^pRjkg1RkUMiS0]_7S5pboS;5k4S<VnpS=QZ3SEek3SI]1pSJ8R4
    SK[21SXAMpSYhk3S_6EmSa7:4SaZ>1Sb8jpScdIlSdbkFSj0g:SmTc2T1FfpT:eZ6TEpjpTICQkTRaZ2TXXc1TZaF;T`AAoTa3QhTjeIpTl5Z9
    TmZ^pTo0k5U1KN:U1g>9U5=JDU74MiU8b>EU8gF7U;9_1U;B:5UAY:4UETg9UEb:BUEf5mUJX:5UN;>1UZFUpU^k:1UdDAoUkLInUoGbpV0O=o
    V1mc9V2IoFV6ZQpV;VF4V=4EpVCFIoVD5=oVV@69VX]UpV^knmV`dk6VhUB8VkXQoVmQ^hW2n=pW3^MpW619iW9B62W=:B1W=A>4W@[EpWB>2J
    WPWIkWQ?QpWQjg6WWe5pWaB22Wb1Z2Wh^MhWn2=pX2nUpX7J:MX7U=nX9JbmX9d^pX?7NFXEHQpXF9g8XF=fpXH1^iXKJF1XKYEpXNFV3XUBIo
    XZg^pX^I=lX^KJ2X_hV1Xa@g5XaTF3XjmZFXl6>1Y6nJNY=kInYAVF3YED:4YFQMpYL1_1YTV9nYV;bfYX0F1Y]WJ1Y_pJ1Yd?YpYe=IpZ2:Yp
    Z3?c7Z?:F1Z@V:2ZIJB6ZNDN1ZT5J>ZYNo:Z]8g1Zi2nj[05Up[1[Ik[1cIa[3Gc9[3Nc8[5hF7[6pUp[FcUi[H<:1[PdQp[SZ^k[XY:1[Y?bl
    [YBIp[jJjp[jRj_]4a23]589h]6Xfl]?hB3]J7Ep]PbV6]Qpc1]aDV@]e1N3]h?Ep]o]bp^2Cjj^3U>8^8L1m^9BZ1^=>^p^BVg<^G8Um^GAjp
    ^O7Eo^Pk5p^]>61^eLU_^i>J@^lBJ4^nKV@^pFF1_1]Ie_6?>9_;^1p_?JR1_EUV1_Ea^p_NSjp_Q69p_W^9p_^4k1_^AN;_p<c1`21g1`3?N4
    `4EQo`6FR6`8Q_3`9]Ua`IQfp`R[jp`WLo5`Y[BC`[mEp`dAB2`dX_9a0=F6a0nYoa2[Qja5c9pa916:aEOV3aFL1paI?_?aK9>6aL@:5aMQR1
    aQ41kabbEmadZN3amLoAapCB1apYU_b19g1b2Q21b2eo1b8:V6b=BUkbBER5bC9B:bDPInbF8=pbGfg=bSiR4bUcZ2bUgF2bX8Ihb_Fnpbbnjm
    bc3N1bigApbkgk4c96bpc<2JEc>>MpcA7UpcCc_:cEKo;cLiF<cN7bocUFB3cWVIiccHF1cnak8cnk9mcp6cOd1Xnpd5@Uhd7X64d7ck2dJ8Yj
    dNE61dPc1kdQPApdR@E`dT__2dTf=mdUKZ1dXnbpdYpZ4d_fg?da9MpddXo:dfSnpe8dcIe9`61e9ijpe:4ZCe:85meGLMoeI4EneKDJ:eM79n
    eO;R2eOW>4ePEk7eSpYpe_:IieceIpedOF<edgV1ef0V:ef`^nemTQpengc1eoiQpf5bk1f9Y1of?7fpf@<Z2fAD9gfCbN1fDY9lfEKo3fF7Yn
    fFRnpfGAB2fI_MkfKjIofR0E`fSp^ofVXnpfW8k2fWCYpfW]EpfY?k1fZ^9mfc3EofdKQ^ff@R1ffFB3fhifpfn?jcfniZ1g79Mpg9UnogFK2;
    gFh:6gIAjkgK=k3gPBAmgR[jXgW_1pgXio2gZKB1g]`^ng]bEggc3V?gkgUpgmCo1gmWnlh1H2Ah259ph5]Iph9Wc4h:d:8h;aUph?35phFJJ;
    hFbQhhKI_2hPa_1hU7V1hWJV4hYAo3hYkF1h]FR3hd5Mphf@J1hlMN6hn9N4hnW26hnYR1ho@V5i4DZ5i6<jli8V^pi9ac@i=b=eiON9oi[J=j
    ic6B4iioIpilmfiineR1infV1io<J5j0Sg2j2pUpj5]g1j;b:8j>H^kj?XbijFhF1jKkQhjKm_3jL:9pjMJ5mjTl_;jV79jj]QEpjaWjpjeHB<
    jefYpjgW=pjh]g4jlPEpjpA>:jpX_6k1Y=kk6U_:k8PB4k>JQpkEOVCkFc^pkUWF7k]S:1k_5fok_^62k`c:3kha_;l1^Ipl:7k1l;4Iol<IUk
    l<V:8l?jB=lBdfplDM1plL;UplQ8N5lRbZ3lSH=kl[OUpl]=1kl^1Z?l_=1klaRN1le@Z1lkQfjm0?Mpm0Mbpm5eN1m8?k2m8jkDmC5J2mFWAi
    mFj=omH;Z:mJAR:mOoMpmQlApm[4k6m_I>lmfi9hmj3B1mlS24n0A6:n3SV2n6S9cn@4Emn@QYanC36MnIKR6nVCV1nYO5fn_Uo4nb>64nkTIf
    nk^Z7o2?21o>Gc:oALR6oECEloEgJ9oP5Z1oW2=poYF1ko^`Ioob0MpofijoohTR7ohWMmojN=np4no4p82c2p<iYpp=`^ppGl5ppOB=lpOgJ4
    pXWJ2pbpR:pgTZ1po:V1
    """
}
